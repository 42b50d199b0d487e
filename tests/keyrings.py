"""Keyrings for tests, by the library's own way of setting one."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring
from keyring.errors import KeyringLocked, PasswordDeleteError

SECRET = "abcd-1234-authorised"


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.entries = {}

    def get_password(self, service, username):
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self.entries[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.entries:
            raise PasswordDeleteError
        del self.entries[service, username]


class Locked(InMemory):
    def get_password(self, service, username):
        raise KeyringLocked


@pytest.fixture(scope="session", autouse=True)
def nobodys_keyring():
    """No test looks into the keyring of whoever runs it."""
    keyring.set_keyring(Keyring())


@pytest.fixture
def keyring_in_memory():
    yield from _instead(InMemory())


@pytest.fixture
def locked_keyring():
    yield from _instead(Locked())


def _instead(backend):
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)
