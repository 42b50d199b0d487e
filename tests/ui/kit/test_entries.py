from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.kit.entries import Entry, EntryList
from ui.kit.panel import Panel


def test_the_panel_follows_the_keyboard_down_a_long_list(qtbot):
    entries = EntryList([Entry(f"第 {at} 项", "去看") for at in range(30)])
    panel = Panel()
    panel.section("检查").add(entries)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    entries.setFocus()
    assert entries.hasFocus()

    def middle():
        here = entries.visualRect(entries.currentIndex()).center()
        return entries.mapTo(panel, here).y()

    for _ in range(29):
        QTest.keyClick(entries, Qt.Key.Key_Down)
    assert entries.currentIndex().row() == 29
    assert 0 < middle() < panel.height()
    for _ in range(29):
        QTest.keyClick(entries, Qt.Key.Key_Up)
    assert 0 < middle() < panel.height()
