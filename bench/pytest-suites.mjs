// The pytest suites that the bench runs: generated, so that their size is in one place.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = 20;
const TESTS_PER_FILE = 100;

/** 2,000 tests that do nothing: all that is measured is pytest itself, and what stands beside it. */
export function emptySuite(folder) {
  return writeSuite(folder, (at) => `def test_${at}():\n    assert ${at} >= 0\n`);
}

/**
 * 2,000 tests as web services have them: a database of its own for each, a service over real HTTP, three requests, JSON
 * compared. Standard library only.
 */
export function serviceSuite(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'conftest.py'), CONFTEST);
  return writeSuite(folder, (at) => `def test_put_pets_pet_id_${at}(shop):\n${SERVICE_TEST}`);
}

function writeSuite(folder, testOf) {
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < FILES; file += 1) {
    const tests = Array.from({ length: TESTS_PER_FILE }, (_, at) => testOf(at));
    writeFileSync(join(folder, `test_many_${file}.py`), tests.join('\n\n'));
  }
  return folder;
}

const SERVICE_TEST = `    created = shop.call("POST", "/pets", {"name": "Rex", "tags": ["dog", "small"]})
    shop.call("PUT", "/pets/%d" % created["id"], {"name": "Max", "tags": []})
    listed = shop.call("GET", "/pets")
    assert {"id": created["id"], "name": "Max", "tags": []} in listed
    assert len(listed) == 21
`;

const CONFTEST = `import http.client
import json
import socket
import sqlite3
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *arguments):
        pass

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        data = json.dumps(self.server.shop.serve(self.command, self.path, body)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = answer


class Shop:
    def __init__(self, server):
        self.database = sqlite3.connect(":memory:", check_same_thread=False)
        self.database.execute("create table pets (id integer primary key, name text not null, tags text not null)")
        rows = [("pet %d" % number, "[]") for number in range(20)]
        self.database.executemany("insert into pets (name, tags) values (?, ?)", rows)
        self.connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        self.connection.connect()
        self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def serve(self, method, path, body):
        if method == "GET":
            rows = self.database.execute("select id, name, tags from pets order by id").fetchall()
            return [{"id": row[0], "name": row[1], "tags": json.loads(row[2])} for row in rows]
        values = (body["name"], json.dumps(body["tags"]))
        if method == "POST":
            return {"id": self.database.execute("insert into pets (name, tags) values (?, ?)", values).lastrowid}
        self.database.execute("update pets set name = ?, tags = ? where id = ?", (*values, int(path.split("/")[-1])))
        return {}

    def call(self, method, path, body=None):
        self.connection.request(method, path, None if body is None else json.dumps(body))
        return json.loads(self.connection.getresponse().read())


@pytest.fixture(scope="session")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def shop(server):
    server.shop = Shop(server)
    yield server.shop
    server.shop.connection.close()
    server.shop.database.close()
`;
