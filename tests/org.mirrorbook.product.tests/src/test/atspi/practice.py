"""Uses the packaged product through AT-SPI, as a screen reader would: no knowledge of its widgets, only names and roles.

Usage: practice.py COMMAND...   (the product's start script with its arguments; to be run inside dbus-run-session, on a display)

Prints a line for each thing it saw, and ends with 0 when it saw all of them. The product is ended at the end in any case.
"""
import os
import subprocess
import sys
import time

import pyatspi

PATIENCE = 240
BETWEEN_LOOKS = 0.5


def children(node):
    try:
        return [child for child in (node.getChildAtIndex(index) for index in range(node.childCount)) if child is not None]
    except Exception:  # the widget went while it was looked at: the next look sees what is there then
        return []


def tree(node, depth=0):
    yield node
    if depth < 40:
        for child in children(node):
            yield from tree(child, depth + 1)


def name(node):
    try:
        return (node.name or "").strip()
    except Exception:
        return ""


def role(node):
    try:
        return node.getRoleName()
    except Exception:
        return ""


def wait(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if product.poll() is not None:
            raise SystemExit(f"the product ended with {product.returncode} while {what} was waited for")
        found = look()
        if found:
            print("saw:", what, flush=True)
            return found
        time.sleep(BETWEEN_LOOKS)
    for node in tree(application() or pyatspi.Registry.getDesktop(0)):
        if name(node):
            print("in sight:", role(node), "|", name(node), file=sys.stderr)
    raise SystemExit(f"waited {PATIENCE} s in vain for {what}")


def application():
    for one in children(pyatspi.Registry.getDesktop(0)):
        if any(name(window) == "Mirrorbook" for window in children(one)):
            return one
    return None


def first(wanted):
    app = application()
    return next((node for node in tree(app) if wanted(node)), None) if app else None


def showing(node):
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING) and node.getState().contains(pyatspi.STATE_SENSITIVE)
    except Exception:
        return False


def press(node):
    actions = node.queryAction()
    actions.doAction(0)


def live_table():
    return first(lambda node: role(node) in ("table", "tree table") and name(node) == "Live Positions")


def symbols():
    """The cells of the column Symbol, asked for by row and column as a screen reader does that goes through a table."""
    table = live_table()
    try:
        cells = table.queryTable()
        column = next(at for at in range(cells.nColumns) if cells.getColumnDescription(at) == "Symbol")
        return [cell for cell in (name(cells.getAccessibleAt(row, column)) for row in range(cells.nRows)) if cell.startswith("Symbol, ")]
    except (AttributeError, NotImplementedError, StopIteration):
        return []


def rows():
    """What is in the table of open positions, a sentence a row; None while there is no such table."""
    table = live_table()
    return None if table is None else [name(row) for row in children(table)]


def positions():
    return [row for row in rows() or [] if "Symbol " in row and "Side " in row]


def run():
    wait("the window", application)
    press(wait("Start Practice", lambda: first(
        lambda node: role(node) == "push button" and name(node) == "Start Practice" and showing(node))))
    print("row:", wait("an open position", positions)[0], flush=True)
    print("cell:", wait("a cell of the table", symbols)[0], flush=True)
    wait("1 live", lambda: first(lambda node: name(node) == "1 live"))
    # a menu has its items only while it is open
    press(wait("the menu Accounts", lambda: first(lambda node: role(node) == "menu" and name(node) == "Accounts")))
    press(wait("Disconnect", lambda: first(
        lambda node: role(node) == "menu item" and name(node).startswith("Disconnect"))))
    wait("nothing mirrored", lambda: first(lambda node: name(node) == "nothing mirrored"))
    wait("no open position", lambda: not positions())
    print("done", flush=True)


product = subprocess.Popen(sys.argv[1:], env=dict(os.environ, GTK_MODULES="gail:atk-bridge"), stdout=sys.stderr)
try:
    run()
finally:
    product.terminate()
    try:
        product.wait(60)
    except subprocess.TimeoutExpired:
        product.kill()
