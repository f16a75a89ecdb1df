"""Which web address is it, however it was copied?"""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from talentdb.errors import NameRefused

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi")
# What nearly all addresses look like: nothing in them that would not matter.
_PLAIN = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)(/[!-\"$->@-~]*)?\Z")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def is_url(text: str) -> bool:
    """Whether the text is meant as a web address (it may still be malformed)."""
    return text[:8].lower().startswith(("http://", "https://"))


def is_plain(text: str) -> bool:
    """Whether the text is one web address, and spelled as nearly all are."""
    return _PLAIN.match(text) is not None


def url_key(url: str) -> str:
    """One text for all spellings of a web address: the scheme, tracking parameters, the fragment,
    a trailing slash and the case of the host do not matter; raises NameRefused if malformed.
    """
    if plain := _PLAIN.match(url):
        return f"{plain[1]}{(plain[2] or '').rstrip('/')}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        raise NameRefused(url, f"it is no web address ({problem})") from problem
    host = (parts.hostname or "").rstrip(".")
    if not is_url(url) or not re.fullmatch(r"[^\s/@]*[^\s/@.]", host) or re.search(r"\s", url):
        raise NameRefused(url, "a web address looks like https://example.org/page")
    place = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{place}{parts.path.rstrip('/')}{query}"
