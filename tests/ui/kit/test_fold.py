import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.fold import Fold


@pytest.fixture
def form(shown):
    """Two fields, the first of which has more under it while something is written in it."""
    form = QWidget()
    column = QVBoxLayout(form)
    form.name, form.next = Line(), Line()
    field = Field(form.name)
    column.addWidget(field)
    column.addWidget(Field(form.next))
    column.addStretch()
    form.fold = Fold(field, form, form)
    form.more = Line()
    form.fold.body.addWidget(Field(form.more))
    form.fold.wanted = lambda: bool(form.name.text())
    form.name.changed.connect(form.fold.look)
    for one, following in ((form.name, form.more), (form.more, form.next)):
        QWidget.setTabOrder(one, following)
    shown(form)
    form.name.setFocus()
    return form


def test_it_unfolds_when_there_is_something_and_tab_leads_through_it(form):
    assert form.fold.isHidden()
    QTest.keyClicks(form.name, "a")
    assert form.fold.isVisible()
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.more
    QTest.keyClick(form.more, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.next
    assert form.fold.isHidden()


def test_without_anything_tab_passes_it_by(form):
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.next


def test_esc_folds_it_and_goes_back_to_the_field(form):
    QTest.keyClicks(form.name, "a")
    form.more.setFocus()
    QTest.keyClick(form.more, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is form.name
    assert form.fold.isHidden()


def test_it_lies_under_its_field_or_above_where_there_is_no_room(form):
    QTest.keyClicks(form.name, "a")
    assert form.fold.y() > form.name.y()
    form.layout().insertStretch(0)
    form.layout().takeAt(3)
    form.layout().activate()
    form.fold.place()
    assert form.fold.geometry().bottom() <= form.height() + 20
