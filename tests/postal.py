"""A real mail server of this computer, with TLS, that behaves as a test wants it to."""

import asyncio
import contextlib
import email.policy
import logging
import socket
import ssl
import threading
from dataclasses import dataclass, field

import trustme
from aiosmtpd.smtp import SMTP, AuthResult

logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # what it says of itself is not ours
ACCOUNT, PASSWORD = "yunxi@example.cn", "abcd-authorised"
COUNTY = trustme.CA(organization_name="县电子政务办")
AUTHORITY = COUNTY.cert_pem.bytes().decode("ascii")


def certificate(*names, ca=COUNTY):
    """What a server of these names shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(*names).configure_cert(context)
    return context


@dataclass
class Behaviour:
    """What it does apart from taking what it is given."""

    refuses: tuple[str, ...] = ()
    hangs_up_before_it: bool = False
    hangs_up_after_it: bool = False
    says: str = "250 OK"
    largest: int = 33_554_432  # bytes
    hangs: bool = False  # after the last dot
    letters: list[bytes] = field(default_factory=list)
    got: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.refuses:
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.letters.append(envelope.original_content)
        self.got.set()
        if self.hangs_up_after_it:
            server.transport.abort()
        if self.hangs:
            await asyncio.Event().wait()
        return self.says

    def messages(self):
        return [email.message_from_bytes(one, policy=email.policy.default) for one in self.letters]


class _Server(SMTP):
    async def smtp_DATA(self, arg):  # noqa: N802
        if self.event_handler.hangs_up_before_it:
            self.transport.abort()
        else:
            await super().smtp_DATA(arg)


def _let_in(server, session, envelope, mechanism, data):
    right = (data.login, data.password) == (ACCOUNT.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@contextlib.contextmanager
def post_office(behaviour=None, *, starttls=None, tls=None):
    """Its port, and what it has got; closed to others at once (`tls`), on demand or never."""
    behaviour = behaviour or Behaviour()
    loop = asyncio.new_event_loop()
    answering = []

    def answer():
        made = _Server(
            behaviour,
            data_size_limit=behaviour.largest,
            hostname="post.example.cn",
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=_let_in,
            auth_require_tls=starttls is not None,
            loop=loop,
        )
        answering.append(made)
        return made

    server = loop.run_until_complete(loop.create_server(answer, "127.0.0.1", 0, ssl=tls))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1], behaviour
    finally:
        asyncio.run_coroutine_threadsafe(_close(server, answering), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(loop.shutdown_default_executor())  # closed ends take their turns
        loop.close()


async def _close(server, answering):
    server.close()
    others = [one for one in asyncio.all_tasks() if one is not asyncio.current_task()]
    for one in others:
        one.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for one in answering:
        if one.transport is not None:
            one.transport.abort()


@contextlib.contextmanager
def deaf():
    """The port of somebody who never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]
