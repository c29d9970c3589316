"""What the Python event writers share: the append-only file, bounds, the place of a failure.

Python 3.8 and newer, standard library only.

PYTEST_DONT_REWRITE
"""

import json
import os
import sys
import sysconfig
import time
import traceback

DETAILS_CHARS = 64 * 1024
MESSAGE_CHARS = 4000


class EventFile:
    """Appends one JSON line per event with one write(). Never raises, and stays silent in a forked child."""

    def __init__(self, path, worker=None):
        self._path = path
        self._worker = worker
        self._pid = os.getpid()
        # Bound here because tests replace os, json and time while they run (fake file systems, frozen clocks).
        self._os_open, self._os_write, self._os_fstat, self._os_getpid = os.open, os.write, os.fstat, os.getpid
        self._dumps, self._now = json.dumps, time.time
        self._flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._open()

    def _open(self):
        self._fd = self._os_open(self._path, self._flags, 0o644)
        self._identity = self._inode()

    def _inode(self):
        stat = self._os_fstat(self._fd)
        return (stat.st_dev, stat.st_ino)

    def _own_descriptor(self):
        # A test may close every descriptor (daemon code does) and ours may then be somebody else's file.
        try:
            if self._inode() == self._identity:
                return
        except OSError:
            pass
        self._open()

    def now(self):
        return int(self._now() * 1000)

    def write(self, kind, **fields):
        try:
            if self._os_getpid() != self._pid:
                return
            event = {"e": kind, "t": self.now()}
            if self._worker:
                event["worker"] = self._worker
            event.update(fields)
            data = (self._dumps(event) + "\n").encode("ascii", "backslashreplace")
            self._own_descriptor()
            while data:
                data = data[self._os_write(self._fd, data) :]
        except Exception:
            pass


def quietly(function, *args):
    """The function's result, or None when it raises: what we report must never cost a run."""
    try:
        return function(*args)
    except Exception:
        return None


def text_of(value):
    """Text of anything, even of an object whose __str__ raises."""
    try:
        return str(value)
    except Exception:
        return "<%s without text>" % type(value).__name__


def clip(text, limit=MESSAGE_CHARS):
    """Head and tail of a long text; the tail is larger because Python says the reason last."""
    text = text_of(text)
    if len(text) <= limit:
        return text
    head = limit // 4
    missing = len(text) - limit
    return "%s\n[... %d characters left out ...]\n%s" % (text[:head], missing, text[-(limit - head) :])


def type_name(cls):
    """Name of an exception class as a traceback prints it."""
    module = getattr(cls, "__module__", "")
    name = getattr(cls, "__qualname__", None) or text_of(cls)
    return name if module in ("builtins", "__main__", "", None) else "%s.%s" % (module, name)


def exception_line(error):
    """`Type: message` as a traceback ends, without the notes that may follow."""
    name = type_name(type(error))
    try:
        lines = traceback.format_exception_only(type(error), error)
        return next((line for line in lines if line.startswith(name)), lines[-1]).strip()
    except Exception:
        return name


def _folder(path):
    return os.path.join(os.path.normcase(os.path.realpath(path)), "")


def _library_roots():
    roots = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    roots.add(os.path.dirname(os.path.abspath(__file__)))
    return tuple(_folder(root) for root in roots if root)


_LIBRARIES = _library_roots()
_FOREIGN = ("site-packages", "dist-packages", "node_modules", ".tox", ".nox", ".venv")


class UserTree:
    """Distinguishes the user's own files below a root from installed libraries. Relative names count from the root."""

    def __init__(self, root, preferred=None):
        self.root = os.path.abspath(text_of(root))
        self._prefixes = tuple(_folder(folder) for folder in (preferred, self.root) if folder)
        self._known = {}

    def owns(self, filename):
        if filename not in self._known:
            self._known[filename] = self._check(filename)
        return self._known[filename]

    def is_preferred(self, filename):
        """True below the preferred folder; without one, below the root."""
        return os.path.normcase(os.path.realpath(filename)).startswith(self._prefixes[0])

    def _check(self, filename):
        if not filename or filename.startswith("<"):
            return False
        path = os.path.normcase(os.path.realpath(os.path.join(self.root, filename)))
        if path.startswith(_LIBRARIES):
            return False
        inside = [path[len(prefix) :] for prefix in self._prefixes if path.startswith(prefix)]
        return bool(inside) and not any(part in _FOREIGN for part in inside[-1].split(os.sep))

    def frames(self, trace):
        """(file, line) of the user's frames, outermost first; at most the last 200 frames count."""
        found = []
        while trace is not None:
            filename = trace.tb_frame.f_code.co_filename
            if self.owns(filename):
                found.append((os.path.abspath(os.path.join(self.root, filename)), trace.tb_lineno))
                del found[:-200]
            trace = trace.tb_next
        return found


def environment_path(name):
    """Value of an environment variable that names a file; None when unset or empty."""
    value = os.environ.get(name)
    return os.path.abspath(value) if value else None


def dump_stacks_on_signal(path, worker=None):
    """On SIGUSR1 appends the stacks of all threads to a file, unless the signal is already taken. False when it cannot."""
    # faulthandler writes letter by letter: processes that share a file would mix their lines.
    try:
        import faulthandler
        import signal

        if not path or not hasattr(faulthandler, "register"):
            return False
        if signal.getsignal(signal.SIGUSR1) is not signal.SIG_DFL:
            return False
        stacks = open("%s.%s" % (path, worker) if worker else path, "ab", buffering=0)
        faulthandler.register(signal.SIGUSR1, file=stacks, all_threads=True, chain=False)
        sys._qaagent_stacks = stacks  # faulthandler keeps the descriptor, not the object
        return True
    except Exception:
        return False
