import sqlite3
import threading
from contextlib import closing, contextmanager

import peewee as pw
import pytest

from app.background import in_thread
from app.changes import Kind, saving, subscribe
from app.store.trouble import StoreTrouble
from models import Counter, database


@contextmanager
def listening():
    heard = []
    stop = subscribe(heard.append)
    yield heard
    stop()


def write(series="a"):
    Counter.create(series=series, last=1)


def written():
    return [row.series for row in Counter.select().order_by(Counter.id)]


def test_what_was_saved_is_announced_once_and_after_the_commit(store):
    told = []
    stop = subscribe(lambda kinds: told.append((kinds, database.in_transaction(), written())))
    with saving(Kind.CASES, Kind.PARTIES):
        write()
    stop()
    assert told == [(frozenset({Kind.CASES, Kind.PARTIES}), False, ["a"])]


def test_a_saving_within_a_saving_joins_it(store):
    with listening() as heard, saving(Kind.CASES):
        write("a")
        with saving(Kind.PAPERS):
            write("b")
        assert heard == []
    assert heard == [frozenset({Kind.CASES, Kind.PAPERS})]
    assert written() == ["a", "b"]


def test_nothing_is_announced_of_what_was_rolled_back(store):
    with (
        listening() as heard,
        pytest.raises(ZeroDivisionError),
        saving(Kind.CASES),
    ):
        write()
        with saving(Kind.PAPERS):
            write("b")
        raise ZeroDivisionError
    assert heard == []
    assert written() == []


def test_an_inner_saving_that_fails_takes_only_its_own_back(store):
    with listening() as heard, saving(Kind.CASES):
        write("a")
        with pytest.raises(ZeroDivisionError), saving(Kind.PAPERS):
            write("b")
            raise ZeroDivisionError
    assert heard == [frozenset({Kind.CASES})]
    assert written() == ["a"]


def test_two_threads_save_without_mixing_what_they_announce(store):
    inside, go_on = threading.Event(), threading.Event()

    def other():
        inside.wait()
        with closing(sqlite3.connect(store)):
            go_on.set()
        in_thread(save_there)

    def save_there():
        with saving(Kind.PAPERS):
            write("there")

    thread = threading.Thread(target=other)
    thread.start()
    with listening() as heard:
        with saving(Kind.CASES):
            write("here")
            inside.set()
            go_on.wait()
        thread.join()
    assert heard == [frozenset({Kind.CASES}), frozenset({Kind.PAPERS})]
    assert written() == ["here", "there"]


def test_nobody_else_may_begin_to_write_meanwhile(store):
    with (
        saving(Kind.CASES),
        closing(sqlite3.connect(store, timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


@pytest.fixture
def hurried(store):
    database.execute_sql("PRAGMA busy_timeout = 20")


def test_a_store_another_program_holds_is_told_in_words(store, hurried):
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            listening() as heard,
            pytest.raises(StoreTrouble, match="另一个程序占用"),
            saving(Kind.CASES),
        ):
            write()
    assert heard == []
    with saving(Kind.CASES):
        write()
    assert written() == ["a"]


def test_a_full_disk_is_told_in_words_and_nothing_is_half_written(store):
    pages = database.pragma("page_count")
    database.pragma("max_page_count", pages + 2)
    with pytest.raises(StoreTrouble, match="磁盘空间不足"), saving(Kind.CASES):
        for number in range(2000):
            write(f"{number:079}")
    database.pragma("max_page_count", pages * 100)
    assert written() == []
    with saving(Kind.CASES):
        write()


def test_a_store_that_may_not_be_written_is_told_in_words(store):
    database.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(StoreTrouble, match="不能写"), saving(Kind.CASES):
        write()


def test_a_bug_stays_a_bug(store):
    with pytest.raises(pw.IntegrityError), saving(Kind.CASES):
        write()
        write()
