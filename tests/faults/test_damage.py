"""Bytes flipped anywhere in the store: found, or harmless; never a wrong answer unsaid."""

import random
import re
import shutil
import sqlite3
from contextlib import closing

import pytest

from app.attachments import attach
from app.errors import AppError
from app.startup import NeedsRestoring, start
from app.store.backups import Reason, back_up
from app.store.check import check
from app.store.restore import restore
from models import TABLES, database
from tests import makers

PLACES = 50


def content(path):
    """Every row of every table, read without the program; None where SQLite cannot."""
    names = [table._meta.table_name for table in TABLES]
    try:
        with closing(sqlite3.connect(path)) as store:
            return {one: store.execute(f'SELECT * FROM "{one}"').fetchall() for one in names}
    except sqlite3.Error:
        return None


@pytest.fixture(scope="module")
def worked(tmp_path_factory, empty_store):
    """The folder of a store with a week's work, its backup, and its content."""
    folder = tmp_path_factory.mktemp("worked")
    shutil.copy(empty_store, folder)
    start_at(folder, empty_store)
    who = makers.furnish()
    for trips in range(40):
        opened = makers.case(trips=trips)
    attach(opened.id, ("证明.pdf", b"%PDF invented"), who, makers.NOW)
    back_up(Reason.EXIT, makers.NOW)
    database.close()
    return folder


def start_at(folder, empty_store):
    (folder / empty_store.name).rename(folder / "bandecheng.db")
    start(folder)


def places_of_interest(whole):
    """The head, the list of tables, and what was typed: SQLite has no checksum for that."""
    typed = [found.start() for found in re.finditer("盛建军|人像和指纹|上门".encode(), whole)]
    return [*range(0, 4096, 40), *typed]


def what_is_said(folder):
    """The sentence at the start, or those of the check; empty where all seems well."""
    try:
        start(folder)
        report = check()
        return "".join(report.problems) or "、".join(report.changed)
    except AppError as error:
        return str(error)
    finally:
        database.close()


@pytest.mark.parametrize("seed", range(PLACES))
def test_a_flipped_byte_is_said_or_harmless(worked, tmp_path, seed):
    folder = tmp_path / "data"
    shutil.copytree(worked, folder)
    store = folder / "bandecheng.db"
    before = content(store)
    whole = bytearray(store.read_bytes())
    dice = random.Random(seed)
    place = dice.choice(places_of_interest(whole) if seed % 3 else range(len(whole)))
    whole[place] ^= 1 << dice.randrange(8)
    store.write_bytes(whole)
    assert what_is_said(folder) or content(store) == before, place


@pytest.mark.parametrize("seed", range(5))
def test_a_page_that_is_lost_is_said_and_the_backup_brings_all_back(worked, tmp_path, seed, now):
    folder = tmp_path / "data"
    shutil.copytree(worked, folder)
    store = folder / "bandecheng.db"
    before = content(store)
    whole = bytearray(store.read_bytes())
    page = random.Random(seed).randrange(1, len(whole) // 4096)
    if not any(whole[page * 4096 : page * 4096 + 4096]):
        page = 1
    whole[page * 4096 : page * 4096 + 4096] = bytes(4096)
    store.write_bytes(whole)
    assert what_is_said(folder)
    with pytest.raises(NeedsRestoring) as caught:
        store.write_bytes(b"")
        start(folder)
    restore(folder, caught.value.backup, now)
    assert content(store) == before


def test_sound_it_says_nothing(worked, tmp_path):
    shutil.copytree(worked, tmp_path / "data")
    assert what_is_said(tmp_path / "data") == ""
