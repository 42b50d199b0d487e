"""Whom to believe that a mail server is the one it says: what the system trusts, and no less.

A county's own server may have a certificate of the county's own authority. That authority is then
trusted as well; there is no way to accept just anything.
"""

import os
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.errors import AppError, NotFound

_BUNDLES = (
    Path("/etc/ssl/certs/ca-certificates.crt"),
    Path("/etc/pki/tls/certs/ca-bundle.crt"),
)
_LARGEST = 200_000  # bytes
_NOT_ONE = "这个文件里没有根证书，请向管理邮件服务器的单位要 PEM 格式的根证书（.pem 或 .crt）。"


def context(authority: str) -> ssl.SSLContext:
    """Certificate and host name are checked, TLS 1.2 at least."""
    made = ssl.create_default_context()
    for bundle in _elsewhere():
        made.load_verify_locations(bundle)
    if authority:
        made.load_verify_locations(cadata=authority)
    return made


def _elsewhere() -> list[Path]:
    """A packaged program brings an OpenSSL that looks where it was built; other systems of Linux
    keep what they trust in another place."""
    looked = ssl.get_default_verify_paths()
    if os.name == "nt" or looked.cafile or looked.capath:
        return []
    return [one for one in _BUNDLES if one.is_file()][:1]


def problem(authority: str) -> str:
    """What is wrong with an authority's certificate, or nothing; there need be none."""
    return _NOT_ONE if authority and not _certificates(authority) else ""


def read_authority(path: Path) -> str:
    """What is no certificate is said and not taken."""
    try:
        with path.open("rb") as file:
            read = file.read(_LARGEST).decode("ascii", "replace")
    except OSError as error:
        raise NotFound(
            f"读不到文件“{path.name}”，请检查它还在不在、能不能打开、U 盘是否拔出。"
        ) from error
    if not _certificates(read):
        raise AppError(_NOT_ONE)
    return read


def described(authority: str) -> str:
    """Whose certificate it is, and until when it holds."""
    return "；".join(map(_told, _certificates(authority)))


def _certificates(authority: str) -> list[dict[str, Any]]:
    alone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        alone.load_verify_locations(cadata=authority)
    except (ssl.SSLError, ValueError):
        return []
    return alone.get_ca_certs()


def _told(certificate: dict[str, Any]) -> str:
    names = dict(pair for part in certificate["subject"] for pair in part)
    name = names.get("commonName") or names.get("organizationName") or "没有名称"
    until = datetime.fromtimestamp(ssl.cert_time_to_seconds(certificate["notAfter"]), UTC)
    return f"{name}，有效期至 {until:%Y-%m-%d}"
