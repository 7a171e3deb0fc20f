"""Walks what a screen reader is told of a window: accessible_walk.py PROGRAM [ARGUMENT...]. Run it in a D-Bus session of its own, on a
display. Prints one JSON object: the controls without a name, the rows of tables as they are read, what graphs consist of, and how much was met.
WALK_ROWS and WALK_NAME say what must be on screen before; WALK_PRESS names a button that is pressed first, as a screen reader presses it
(its name begins so). With WALK_FOCUS every part of a graph is asked to take the focus, and told how it is then. What opens over the window, like a list or a menu, is found as a screen reader finds it: by the focus that it gets."""
import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60
CONTROLS = {"push button", "toggle button", "check box", "radio button", "button", "entry", "text", "combo box", "spin button", "slider", "table",
            "tree", "tree table", "list", "list item", "table cell", "table row", "table column header", "column header", "page tab", "page tab list",
            "menu item", "link"}
GRAPHS = {"Graph of access", "Graph of access as it would be", "Graph of the risk"}


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def has(node, state):
    return node.get_state_set().contains(state)


def told(node):
    """What is said of a part of a graph, and of the cells in it."""
    said = {"role": node.get_role_name(), "name": node.get_name() or "", "description": node.get_description() or "",
            "cells": [[cell.get_role_name(), cell.get_name() or ""] for cell in children(node)]}
    if os.environ.get("WALK_FOCUS"):
        actions = node.get_action_iface()
        names = [actions.get_action_name(index) for index in range(actions.get_n_actions())]
        actions.do_action(names.index("SetFocus"))
        node.clear_cache()
        # Without a window manager no window is active, so that nothing has the focus of the keys; what they would go to is selected, and seen.
        said["reached"] = has(node, Atspi.StateType.SELECTED) and has(node, Atspi.StateType.SHOWING)
    return said


class Walk:
    """One look at everything that is on screen."""

    def __init__(self, application, opened=()):
        self.unnamed, self.rows, self.met, self.roles, self.names, self.graph = [], [], 0, {}, [], []
        for window in [*children(application), *opened]:
            self.visit(window, [])

    def visit(self, node, path):
        if not has(node, Atspi.StateType.VISIBLE) and node.get_role() != Atspi.Role.TABLE_CELL:
            return
        role, name = node.get_role_name(), (node.get_name() or "").strip()
        self.met += 1
        self.names.append(name)
        self.roles[role] = self.roles.get(role, 0) + 1
        here = path + [f"{role} {name!r}"]
        is_control = role in CONTROLS or has(node, Atspi.StateType.FOCUSABLE)
        # A window and the panes in it may take the focus to hand it on.
        if is_control and not name and role not in ("filler", "panel", "frame", "layered pane", "scroll pane", "viewport", "split pane"):
            self.unnamed.append(" > ".join(here[-4:]))
        if role == "list" and name in GRAPHS:
            self.graph += [told(child) for child in children(node)]
        cells = []
        for child in children(node):
            if child.get_role_name() == "table cell":
                cells.append((child.get_name() or "").strip())
            self.visit(child, here)
        if role in ("table row", "list item") and cells:
            self.rows.append(cells)
        elif role in ("table", "tree table") and cells and node.get_table_iface():
            columns = max(1, node.get_table_iface().get_n_columns())
            self.rows += [cells[start:start + columns] for start in range(0, len(cells), columns)]


def application_of(process):
    desktop = Atspi.get_desktop(0)
    for application in children(desktop):
        try:
            if application.get_process_id() == process.pid:
                return application
        except GLib.Error:
            continue
    return None


class Opened:
    """The windows in which something got the focus."""

    def __init__(self):
        self.windows = []
        self.listener = Atspi.EventListener.new(self.heard)
        for event in ("object:state-changed:focused", "focus:", "object:state-changed:showing", "window:activate"):
            self.listener.register(event)

    def heard(self, event):
        try:
            node = event.source
            while node is not None and node.get_parent() is not None and node.get_parent().get_role() != Atspi.Role.APPLICATION:
                node = node.get_parent()
            if node is not None and node not in self.windows:
                self.windows.append(node)
        except GLib.Error:
            pass  # what went away meanwhile

    def beside(self, application):
        known = list(children(application))
        return [window for window in self.windows if window not in known and window.get_process_id() == application.get_process_id()]


opened = Opened()


def wait_for(process, condition):
    """The first look at the program that fulfils the condition and sees as much, and as many without a name, as the look before it, else the
    last one: a column that goes while it is looked at has no name."""
    end, walk, before = time.monotonic() + PATIENCE, None, None
    while time.monotonic() < end and process.poll() is None:
        while GLib.MainContext.default().iteration(False):
            pass
        application = application_of(process)
        if application is not None:
            try:
                application.clear_cache()
                before, walk = walk, Walk(application, opened.beside(application))
                if before and (before.met, before.unnamed) == (walk.met, walk.unnamed) and condition(walk):
                    return walk
            except GLib.Error:
                pass  # what went away while it was looked at
        time.sleep(0.2)
    return walk


def find(node, role, name):
    if node.get_role_name() == role and (node.get_name() or "").strip().startswith(name):
        return node
    return next(filter(None, (find(child, role, name) for child in children(node))), None)


def press(process, name, rows):
    """Presses the button of that name once as many rows are there, since what a page offers is there with it; false when there is none."""
    if not wait_for(process, lambda seen: any(met.startswith(name) for met in seen.names) and len(seen.rows) >= rows):
        return False
    button = next(filter(None, (find(application_of(process), role, name) for role in ("push button", "button", "push button menu", "toggle button", "check box"))), None)
    return button is not None and button.get_action_iface().do_action(0)


def main():
    wants_rows, wants_name = int(os.environ.get("WALK_ROWS", "0")), os.environ.get("WALK_NAME", "")
    process = subprocess.Popen(sys.argv[1:], env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"},
                               stdout=sys.stderr, stderr=sys.stderr)
    try:
        pressed = os.environ.get("WALK_PRESS", "")
        if pressed and not press(process, pressed, wants_rows):
            sys.exit("no button " + pressed)
        walk = wait_for(process, lambda seen: len(seen.rows) >= wants_rows and any(wants_name in name for name in seen.names))
        print(json.dumps(vars(walk) if walk else {}))
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    main()
