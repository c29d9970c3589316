"""Pytest plugin that reports what happens as JSON lines (see src/model/events.ts) and keeps only the tests asked for.

Loaded through the environment alone: PYTHONPATH and PYTEST_PLUGINS=qaagent_pytest. pytest 7 and newer, Python 3.8 and newer.
QAAGENT_EVENTS: file to append to. QAAGENT_SELECT: JSON array of ids to keep. QAAGENT_STACKS: file for stacks on SIGUSR1;
a worker adds `.gw0`.
Nothing here may ever change or break the session it watches: every hook swallows its own errors.

PYTEST_DONT_REWRITE
"""

import os

import pytest

from qaagent_pytest_errors import conftest_failure
from qaagent_pytest_session import Stream
from qaagent_stream import quietly, text_of

CLAIM = "QAAGENT_PYTEST_PID"
_open_sessions = []


def _may_watch(config):
    """A pytest started by a test (as a child or in the same process) is not the session that we watch."""
    if not os.environ.get("QAAGENT_EVENTS") or hasattr(config, "workerinput"):
        return False
    owner = os.environ.get(CLAIM)
    return not owner or (owner == str(os.getpid()) and not any(stream.configured for stream in _open_sessions))


class _Opened:
    """A session that we watch, from the moment its rootdir is known."""

    def __init__(self, config, stream):
        self.config = config
        self.stream = stream
        self.configured = False


def _open_main(config):
    if not _may_watch(config):
        return None
    os.environ[CLAIM] = str(os.getpid())
    opened = _Opened(config, Stream(config))
    _open_sessions[:] = [opened]
    return opened


def _open_worker(config):
    role = getattr(config, "workerinput", {}).get("qaagent")
    if role is None or not os.environ.get("QAAGENT_EVENTS"):
        return
    worker = text_of(config.workerinput.get("workerid", ""))
    _open_sessions[:] = [_Opened(config, Stream(config, worker, role == "collection-reporter"))]


def _report_load_failure(opened, excinfo):
    failure = conftest_failure(excinfo[1], opened.stream.tree)
    opened.stream.error(*failure)
    if not isinstance(excinfo[1], Exception):
        return
    opened.stream.events.write("finish", exit=int(pytest.ExitCode.USAGE_ERROR))


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config):
    opened = quietly(_open_main, early_config)
    outcome = yield
    if opened and outcome.excinfo:
        quietly(_report_load_failure, opened, outcome.excinfo)


def _configure(config):
    if hasattr(config, "workerinput"):
        _open_worker(config)
    for opened in _open_sessions:
        if opened.config is config:
            opened.configured = True
            config.pluginmanager.register(opened.stream, "qaagent-stream")


def _unconfigure(config):
    if any(opened.config is config for opened in _open_sessions):
        del _open_sessions[:]
        if not hasattr(config, "workerinput"):
            os.environ.pop(CLAIM, None)


def pytest_configure(config):
    quietly(_configure, config)


def pytest_unconfigure(config):
    quietly(_unconfigure, config)
