"""What pytest reports of tests, written as one start and one end for every try.

PYTEST_DONT_REWRITE
"""

from qaagent_pytest_errors import headline
from qaagent_pytest_items import test_id
from qaagent_pytest_reports import fold, splits_a_try
from qaagent_stream import text_of


class Try:
    """One run of one test: what pytest reported so far."""

    __slots__ = ("retry", "reports", "facts")

    def __init__(self, retry):
        self.retry = retry
        self.reports = []
        self.facts = {}


class Tries:
    """The open tries of one process, by the id that is reported. `plain` gives it for a node id whose item is not here."""

    def __init__(self, events, tree, plain, worker):
        self.events = events
        self.tree = tree
        self.plain = plain
        self.worker = worker
        self.item = None
        self.nodeid = None
        self.reported_id = None
        self.open = {}
        self.next_retry = {}

    def watch(self, item):
        """From here on what is reported under this item's node id belongs to it."""
        self.item, self.nodeid, self.reported_id = item, item.nodeid, test_id(item, self.plain)

    def id_of(self, nodeid):
        return self.reported_id if nodeid == self.nodeid else self.plain(nodeid)

    def start(self, nodeid):
        one = self.id_of(nodeid)
        if one in self.open:
            self._end(one)
        retry = self.next_retry.get(one, 0)
        # After a crash pytest-rerunfailures runs the test in another worker and counts in this attribute, from 1.
        if self.worker and self.nodeid == nodeid:
            retry = max(retry, getattr(self.item, "execution_count", 1) - 1)
        self.open[one] = Try(retry)
        self.events.write("start", id=one, retry=retry)

    def note(self, report):
        one = self.id_of(report.nodeid)
        if one not in self.open:
            self.start(report.nodeid)
        self.open[one].reports.append(report)
        if splits_a_try(report):
            self._end(one)
            self.start(report.nodeid)

    def note_exception(self, node, excinfo, report):
        one = self.id_of(report.nodeid)
        if one in self.open:
            self.open[one].facts[id(report)] = headline(excinfo, node, self.tree)

    def end(self, nodeid):
        one = self.id_of(nodeid)
        if one in self.open:
            self._end(one)

    def _end(self, one):
        tried = self.open.pop(one)
        self.next_retry[one] = tried.retry + 1
        item = self.item if self.reported_id == one else None
        fields = fold(tried.reports, tried.facts, item, self.tree)
        self.events.write("end", id=one, retry=tried.retry, **fields)

    def end_what_is_decided(self):
        for one, tried in list(self.open.items()):
            if any(report.failed or report.when == "teardown" for report in tried.reports):
                self._end(one)

    # In the controller of xdist

    def count_start(self, nodeid):
        self.next_retry[nodeid] = self.next_retry.get(nodeid, 0) + 1

    def report_crash(self, report):
        """Reports the test that took its worker with it: no worker can."""
        if report.when in ("setup", "call", "teardown"):
            return
        retry = max(0, self.next_retry.get(report.nodeid, 1) - 1)
        node = getattr(report, "node", None)
        worker = text_of(node.gateway.id) if node is not None else ""
        fields = fold([report], {}, None, self.tree)
        self.events.write("end", worker=worker, id=self.plain(report.nodeid), retry=retry, **fields)
