"""Pytest plugin that tells what happens as JSON lines (see src/model/events.ts) and keeps only the tests asked for.

Loaded through the environment alone: PYTHONPATH and PYTEST_PLUGINS=qaagent_pytest. pytest 7 and newer, Python 3.8 and newer.
QAAGENT_EVENTS: file to append to. QAAGENT_SELECT: JSON array of ids to keep. QAAGENT_STACKS: file for stacks on SIGUSR1;
a worker adds `.gw0`.
Nothing here may ever change or break the session it watches: every hook swallows its own errors.

PYTEST_DONT_REWRITE
"""
import os

import pytest

from qaagent_pytest_reports import collect_failure, conftest_failure, described, fold, headline, place_of, splits_a_try
from qaagent_pytest_select import Selection
from qaagent_stream import DETAILS_CHARS, EventFile, UserTree, clip, dump_stacks_on_signal, environment_path, text_of

CLAIM = "QAAGENT_PYTEST_PID"
PIECE = 250
_open_sessions = []


def _quietly(function, *args):
    try:
        return function(*args)
    except Exception:
        return None


class Try:
    """One run of one test: what pytest reported so far."""

    __slots__ = ("retry", "reports", "facts")

    def __init__(self, retry):
        self.retry = retry
        self.reports = []
        self.facts = {}


class Stream:
    """The hooks of one session; under xdist every worker has its own and the controller tells what no worker can."""

    def __init__(self, config, worker=None, is_witness=True):
        self.config = config
        self.worker = worker
        self.controls_workers = False
        # Every xdist worker collects everything; one of them, the witness, tells it.
        self.is_witness = is_witness
        self.events = EventFile(environment_path("QAAGENT_EVENTS"), worker)
        self.tree = UserTree(config.rootpath)
        self.selection = _quietly(Selection.from_environment, config)
        self.tries = {}
        self.retries = {}
        self.collect_errors = set()
        self.item = None
        self.witness = None
        dump_stacks_on_signal(environment_path("QAAGENT_STACKS"), worker)
        self.events.write(
            "session",
            v=1,
            runner="pytest",
            version=pytest.__version__,
            rootdir=text_of(config.rootpath),
            cwd=text_of(config.invocation_params.dir),
            pid=os.getpid(),
        )
        if self.selection and self.selection.problem:
            self.error(self.selection.problem)

    def plain(self, nodeid):
        """The node id without the group that xdist's loadgroup appends: it is no part of the test's name."""
        options = self.config.option
        if getattr(options, "loadgroup", False) or getattr(options, "dist", "no") == "loadgroup":
            at = nodeid.rfind("@")
            if at > max(nodeid.rfind("]"), nodeid.rfind("::")):
                return nodeid[:at]
        return nodeid

    def error(self, message, details="", place=("", 0)):
        details = clip(details, DETAILS_CHARS)
        self.events.write("error", message=clip(message), details=details, file=place[0], line=place[1])

    # Collection

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_collection(self):
        outcome = yield
        _quietly(self._tell_usage_error, outcome)

    def _tell_usage_error(self, outcome):
        if outcome.excinfo and issubclass(outcome.excinfo[0], pytest.UsageError) and not self.worker:
            self.error("; ".join(text_of(part) for part in outcome.excinfo[1].args) or "usage error")

    def pytest_ignore_collect(self, collection_path):
        if self.selection and _quietly(self.selection.can_ignore, collection_path):
            return True
        return None

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        if self.selection:
            _quietly(self._select, config, items)

    def _select(self, config, items):
        kept, dropped, missing = self.selection.split(items, self.plain)
        items[:] = kept
        if self.is_witness and not self.selection.problem:
            self.events.write("missing", ids=missing)
        if dropped:
            config.hook.pytest_deselected(items=dropped)

    def pytest_collectreport(self, report):
        if report.failed and not self.worker:
            _quietly(self._tell_collect_error, report)

    def _tell_collect_error(self, report):
        fields = collect_failure(report, self.tree)
        key = (fields["id"], fields["message"])
        # Every xdist worker fails alike, in its own words of trace.
        if key not in self.collect_errors:
            self.collect_errors.add(key)
            self.events.write("collect-error", **fields)

    def pytest_collection_finish(self, session):
        if self.is_witness and not self.controls_workers:
            _quietly(self._tell_collected, list(session.items))

    def _tell_collected(self, items):
        for first in range(0, max(1, len(items)), PIECE):
            piece = items[first : first + PIECE]
            self.events.write("collected", tests=[described(item, self.plain, self.tree) for item in piece])

    # Running

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item):
        self.item = item

    def pytest_runtest_logstart(self, nodeid):
        if self.controls_workers:
            self.retries[nodeid] = self.retries.get(nodeid, 0) + 1
        else:
            _quietly(self._start, nodeid)

    def _start(self, nodeid):
        if nodeid in self.tries:
            self._end(nodeid)
        retry = self.retries.get(nodeid, 0)
        # After a crash pytest-rerunfailures runs the test in another worker and counts in this attribute, from 1.
        if self.worker and self.item is not None and self.item.nodeid == nodeid:
            retry = max(retry, getattr(self.item, "execution_count", 1) - 1)
        self.tries[nodeid] = Try(retry)
        self.events.write("start", id=self.plain(nodeid), retry=retry)

    def pytest_runtest_logreport(self, report):
        _quietly(self._tell_crash if self.controls_workers else self._note, report)

    def _note(self, report):
        if report.nodeid not in self.tries:
            self._start(report.nodeid)
        self.tries[report.nodeid].reports.append(report)
        if splits_a_try(report):
            self._end(report.nodeid)
            self._start(report.nodeid)

    def _tell_crash(self, report):
        if report.when in ("setup", "call", "teardown"):
            return
        retry = max(0, self.retries.get(report.nodeid, 1) - 1)
        node = getattr(report, "node", None)
        worker = text_of(node.gateway.id) if node is not None else ""
        fields = fold([report], {}, None, self.tree)
        self.events.write("end", worker=worker, id=self.plain(report.nodeid), retry=retry, **fields)

    def pytest_exception_interact(self, node, call, report):
        _quietly(self._note_exception, node, call.excinfo, report)

    def _note_exception(self, node, excinfo, report):
        if isinstance(report, pytest.CollectReport):
            # Travels with the report from an xdist worker to the controller.
            report.qaagent = headline(excinfo, node, self.tree)
        elif report.nodeid in self.tries:
            self.tries[report.nodeid].facts[id(report)] = headline(excinfo, node, self.tree)

    def pytest_runtest_logfinish(self, nodeid):
        if nodeid in self.tries:
            _quietly(self._end, nodeid)

    def _end(self, nodeid):
        one = self.tries.pop(nodeid)
        self.retries[nodeid] = one.retry + 1
        item = self.item if self.item is not None and self.item.nodeid == nodeid else None
        fields = fold(one.reports, one.facts, item, self.tree)
        self.events.write("end", id=self.plain(nodeid), retry=one.retry, **fields)

    # The end

    def pytest_keyboard_interrupt(self, excinfo):
        _quietly(lambda: self.events.write("interrupt", message=clip(excinfo.exconly())))

    def pytest_internalerror(self, excrepr, excinfo):
        if not self.worker:
            _quietly(lambda: self.error(excinfo.exconly(), text_of(excrepr), place_of(excinfo, None, self.tree)))

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session):
        _quietly(self._end_what_is_decided)
        yield
        if not self.worker:
            _quietly(lambda: self.events.write("finish", exit=int(session.exitstatus)))

    def _end_what_is_decided(self):
        for nodeid, one in list(self.tries.items()):
            if any(report.failed or report.when == "teardown" for report in one.reports):
                self._end(nodeid)

    # xdist: the controller names the witness and hears of dead workers

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node):
        self.controls_workers = True
        if self.witness is None:
            self.witness = node
        node.workerinput["qaagent"] = "witness" if self.witness is node else "worker"

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node):
        if self.witness is node:
            self.witness = "heard"

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        if self.witness is node:
            self.witness = None


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
    _open_sessions[:] = [_Opened(config, Stream(config, worker, role == "witness"))]


def _tell_load_failure(opened, excinfo):
    failure = conftest_failure(excinfo[1], opened.stream.tree)
    opened.stream.error(*failure)
    if not isinstance(excinfo[1], Exception):
        return
    opened.stream.events.write("finish", exit=int(pytest.ExitCode.USAGE_ERROR))


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config):
    opened = _quietly(_open_main, early_config)
    outcome = yield
    if opened and outcome.excinfo:
        _quietly(_tell_load_failure, opened, outcome.excinfo)


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
    _quietly(_configure, config)


def pytest_unconfigure(config):
    _quietly(_unconfigure, config)
