"""Writes the events of unittest and of Django's own test runner.

`python -m qaagent_unittest` does what `python -m unittest` does. For Django it is
`manage.py test --testrunner=qaagent_unittest.DjangoRunner`: the runner that the project's settings name still runs the
tests; its results are watched. Without `QAAGENT_EVENTS` nothing is written.
"""

import inspect
import os
import sys
import time
import traceback
import unittest

from qaagent_stream import (
    DETAILS_CHARS,
    EventFile,
    UserTree,
    clip,
    dump_stacks_on_signal,
    environment_path,
    exception_line,
    quietly,
    text_of,
    type_name,
)

PIECE = 250
NO_FAILURE = {"type": "", "details": "", "file": "", "line": 0}


def each_test(suite):
    """The tests of nested suites, in their order."""
    for part in suite:
        if isinstance(part, unittest.TestSuite):
            yield from each_test(part)
        elif part is not None:
            yield part


class Stream:
    """The events of one test run."""

    def __init__(self, path):
        self.root = os.getcwd()
        self.events = EventFile(path)
        self.tree = UserTree(self.root)
        self.started = {}
        self.worst = {}
        dump_stacks_on_signal(environment_path("QAAGENT_STACKS"))
        self.events.write(
            "session",
            v=1,
            runner="unittest",
            version="%d.%d.%d" % sys.version_info[:3],
            rootdir=self.root,
            cwd=self.root,
            pid=os.getpid(),
        )

    def collected(self, suite):
        tests = [self._described(test) for test in each_test(suite)]
        for first in range(0, max(1, len(tests)), PIECE):
            self.events.write("collected", tests=tests[first : first + PIECE])

    def _described(self, test):
        file, line = quietly(self._declared, test) or ("", 0)
        classname, _, name = test.id().rpartition(".")
        return {"id": test.id(), "name": name, "classname": classname, "file": file, "line": line}

    def _declared(self, test):
        method = inspect.unwrap(getattr(type(test), test._testMethodName))
        return os.path.abspath(inspect.getsourcefile(method)), inspect.getsourcelines(method)[1]

    def start(self, test):
        self.started[test.id()] = time.monotonic()
        self.worst.pop(test.id(), None)
        self.events.write("start", id=test.id(), retry=0)

    def note(self, test, status, error=None, message=""):
        """Keeps the first failure of a test: its own, or that of a part of it."""
        known = self.worst.get(test.id())
        if known is None or known[0] in ("passed", "skipped", "xfailed"):
            self.worst[test.id()] = (status, error, message)

    def end(self, test):
        status, error, message = self.worst.pop(test.id(), ("passed", None, ""))
        begun = self.started.pop(test.id(), time.monotonic())
        fields = self._failure(error) if error else dict(NO_FAILURE, message=clip(message))
        duration = int((time.monotonic() - begun) * 1000)
        self.events.write("end", id=test.id(), retry=0, status=status, phase="call", durationMs=duration, **fields)

    def _failure(self, error):
        kind, value, trace = error
        frames = self.tree.frames(trace)
        file, line = frames[-1] if frames else ("", 0)
        details = "".join(traceback.format_exception(kind, value, trace)) if trace else text_of(value)
        message = exception_line(value) if isinstance(value, BaseException) else text_of(value)
        return {
            "message": clip(message),
            "type": type_name(kind),
            "details": clip(details, DETAILS_CHARS),
            "file": file,
            "line": line,
        }

    def outside(self, test, error):
        """An error of `setUpClass`, `tearDownModule` or their like, which belongs to no test."""
        fields = self._failure(error)
        message = "%s: %s" % (text_of(test), fields["message"])
        place = {"file": fields["file"], "line": fields["line"]}
        self.events.write("error", message=clip(message), details=fields["details"], **place)

    def finish(self, failures):
        self.events.write("finish", exit=1 if failures else 0)


def watched(base, stream):
    """A class of results that writes what it hears to the stream, and does what `base` does."""

    class Watched(base):
        def startTest(self, test):
            quietly(stream.start, test)
            super().startTest(test)

        def stopTest(self, test):
            super().stopTest(test)
            quietly(stream.end, test)

        def addSuccess(self, test):
            quietly(stream.note, test, "passed")
            super().addSuccess(test)

        def addFailure(self, test, err):
            quietly(stream.note, test, "failed", err)
            super().addFailure(test, err)

        def addError(self, test, err):
            # What is no test has no `_testMethodName`: a class or a module whose set-up failed.
            if hasattr(test, "_testMethodName"):
                quietly(stream.note, test, "error", err)
            else:
                quietly(stream.outside, test, err)
            super().addError(test, err)

        def addSubTest(self, test, subtest, err):
            if err is not None:
                status = "failed" if issubclass(err[0], test.failureException) else "error"
                quietly(stream.note, test, status, err)
            super().addSubTest(test, subtest, err)

        def addSkip(self, test, reason):
            quietly(self._note_skip, test, reason)
            super().addSkip(test, reason)

        def _note_skip(self, test, reason):
            if hasattr(test, "_testMethodName"):
                stream.note(test, "skipped", message=reason)

        def addExpectedFailure(self, test, err):
            quietly(stream.note, test, "xfailed")
            super().addExpectedFailure(test, err)

        def addUnexpectedSuccess(self, test):
            quietly(stream.note, test, "failed", None, "the test is marked as an expected failure and passed")
            super().addUnexpectedSuccess(test)

    return Watched


def _django_runner():
    from django.conf import settings
    from django.test.utils import get_runner

    class DjangoRunner(get_runner(settings, settings.TEST_RUNNER)):
        _stream = None

        def run_suite(self, suite, **kwargs):
            path = environment_path("QAAGENT_EVENTS")
            self._stream = quietly(Stream, path) if path else None
            if self._stream:
                quietly(self._stream.collected, suite)
            return super().run_suite(suite, **kwargs)

        def get_resultclass(self):
            base = super().get_resultclass() or unittest.TextTestResult
            return watched(base, self._stream) if self._stream else base

        def suite_result(self, suite, result, **kwargs):
            failures = super().suite_result(suite, result, **kwargs)
            if self._stream:
                quietly(self._stream.finish, failures)
            return failures

    return DjangoRunner


def __getattr__(name):
    # Django is imported only when its runner is asked for.
    if name == "DjangoRunner":
        return _django_runner()
    raise AttributeError(name)


class UnittestRunner(unittest.TextTestRunner):
    """The runner of `python -m unittest`, whose results are watched."""

    def run(self, test):
        path = environment_path("QAAGENT_EVENTS")
        stream = quietly(Stream, path) if path else None
        if stream:
            quietly(stream.collected, test)
            self.resultclass = watched(self.resultclass or unittest.TextTestResult, stream)
        result = super().run(test)
        if stream:
            quietly(stream.finish, not result.wasSuccessful())
        return result


if __name__ == "__main__":
    sys.argv[0] = "python -m unittest"
    unittest.main(module=None, testRunner=UnittestRunner)
