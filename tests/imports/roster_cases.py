"""Which roles come of which rosters: a role of Ada that is recorded, rosters by day, the roles?"""

_WORKED = {
    "a first roster opens roles that nobody joined that day": (
        {"2023-06-30": "Ada Engineer"},
        ["Ada Acme Engineer [..2023-06-30] .. seen 2023-06-30"],
    ),
    "who is on the next one too goes on, who is not has ended in between, who is new began": (
        {"2023-06-30": "Ada, Bob", "2024-06-30": "Bob, Cy"},
        [
            "Ada Acme - [..2023-06-30] [2023-06-30..2024-06-30] seen 2023-06-30",
            "Bob Acme - [..2023-06-30] .. seen 2024-06-30",
            "Cy Acme - [2023-06-30..2024-06-30] .. seen 2024-06-30",
        ],
    ),
    "another title is another role": (
        {"2023-06": "Ada Engineer", "2024-06": "Ada Lead"},
        [
            "Ada Acme Engineer [..2023-06-30] [2023-06..2024-06] seen 2023-06",
            "Ada Acme Lead [2023-06..2024-06] .. seen 2024-06",
        ],
    ),
    "a title in other letters is the same": (
        {"2023": "Ada Engineer", "2024": "Ada ENGINEER"},
        ["Ada Acme Engineer [..2023-12-31] .. seen 2024"],
    ),
    "a roster without titles ends no title": (
        {"2022": "Ada Engineer", "2023": "Ada", "2024": "Ada Engineer"},
        ["Ada Acme Engineer [..2022-12-31] .. seen 2024"],
    ),
    "a title that is told later holds for the rosters before it": (
        {"2022": "Ada", "2023": "Ada Engineer"},
        ["Ada Acme Engineer [..2022-12-31] .. seen 2023"],
    ),
    "who returns has two roles": (
        {"2021": "Ada, Bob", "2022": "Bob", "2023": "Ada, Bob"},
        [
            "Ada Acme - [..2021-12-31] [2021..2022] seen 2021",
            "Ada Acme - [2022..2023] .. seen 2023",
            "Bob Acme - [..2021-12-31] .. seen 2023",
        ],
    ),
    "one who is listed twice has two roles, and may leave one": (
        {"2021": "Ada Engineer, Ada Fellow", "2022": "Ada Fellow"},
        [
            "Ada Acme Engineer [..2021-12-31] [2021..2022] seen 2021",
            "Ada Acme Fellow [..2021-12-31] .. seen 2022",
        ],
    ),
    "an organisation of which there is no roster is left alone": (
        {"2021": "Ada, Bob @Globex", "2022": "Bob"},
        [
            "Ada Acme - [..2021-12-31] [2021..2022] seen 2021",
            "Bob Acme - [2021..2022] .. seen 2022",
            "Bob Globex - [..2021-12-31] .. seen 2021",
        ],
    ),
}
_RECORDED = {
    "one that covers the day is seen": (
        "Engineer,2020-03-15,",
        {"2023": "Ada Engineer"},
        ["Ada Acme Engineer 2020-03-15 .. seen 2023"],
    ),
    "of another title too": (
        "Engineer,2020-03-15,now",
        {"2023": "Ada Senior"},
        ["Ada Acme Engineer 2020-03-15 .. seen 2023"],
    ),
    "with exact dates it stays as it is": (
        "Engineer,2020-03-15,2024-02-01",
        {"2023": "Ada Engineer", "2025": "Bob"},
        [
            "Ada Acme Engineer 2020-03-15 2024-02-01 seen 2023",
            "Bob Acme - [2023..2025] .. seen 2025",
        ],
    ),
    "its dates stay, and those that are not known are filled in": (
        "Engineer,2020,",
        {"2020-05-31": "Bob", "2020-06-30": "Ada", "2023-01-31": "Bob"},
        [
            "Ada Acme Engineer 2020 [2020-06-30..2023-01-31] seen 2020-06-30",
            "Bob Acme - [..2020-05-31] [2020-05-31..2020-06-30] seen 2020-05-31",
            "Bob Acme - [2020-06-30..2023-01-31] .. seen 2023-01-31",
        ],
    ),
    "an open one ends with the roster on which it is no more, and another follows a return": (
        "Engineer,2020-03-15,now",
        {"2021": "Ada Engineer", "2022": "Bob", "2023": "Ada Engineer"},
        [
            "Ada Acme Engineer 2020-03-15 [2021..2022] seen 2021",
            "Ada Acme Engineer [2022..2023] .. seen 2023",
            "Bob Acme - [2021..2022] [2022..2023] seen 2022",
        ],
    ),
    "an exact one that a roster does not list is kept, and no second one made": (
        "Engineer,2020-03-15,2024",
        {"2021": "Ada", "2022": "Bob", "2023": "Ada"},
        [
            "Ada Acme Engineer 2020-03-15 2024 seen 2023",
            "Bob Acme - [2021..2022] [2022..2023] seen 2022",
        ],
    ),
    "one that was over is another than the one that is seen later": (
        "Engineer,2018,2019-05",
        {"2019-02": "Ada", "2022": "Ada"},
        [
            "Ada Acme - [2019-02..2022-12] .. seen 2022",
            "Ada Acme Engineer 2018 2019-05 seen 2019-02",
        ],
    ),
    "on the side it is another matter": (
        "Helper,2020-03-15,now,advisor",
        {"2023": "Ada Engineer", "2024": "Bob"},
        [
            "Ada Acme Engineer [..2023-12-31] [2023..2024] seen 2023",
            "Ada Acme Helper 2020-03-15 .. seen None",
            "Bob Acme - [2023..2024] .. seen 2024",
        ],
    ),
}
CASES = {name: ("", *told) for name, told in _WORKED.items()} | _RECORDED
