"""The real server process: started as a user starts it, stopped and killed as life does."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from skillprep.config import ROOT
from skillprep.store.engine import Database
from skillprep.store.tables import Answer, ScoreRow

COMMAND = [sys.executable, "-c", "from skillprep.factory import main; main()"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """`skillprep serve` in a process of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.port = free_port()
        self.environment = {**os.environ, **environment, "PORT": str(self.port)}
        self.log = Path(environment["DATA_DIR"]) / "serve.log"
        self.start()

    def start(self) -> None:
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [*COMMAND, "serve"], cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        for _ in range(300):
            if self.status("/livez") == 200:
                return
            time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as response:
                status: int = response.status
                return status
        except OSError:
            return 0

    def call(self, method: str, path: str, key: str, body: object = None) -> tuple[int, dict[str, object]]:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1{path}", data=data, headers=headers, method=method
        )
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, json.load(response)

    def end(self, how: signal.Signals) -> None:
        os.killpg(self.process.pid, how)
        self.process.wait(timeout=30)


@pytest.fixture
def environment(database_url: str, tmp_path: Path) -> dict[str, str]:
    data = tmp_path / "data"
    data.mkdir()
    return {"DATABASE_URL": database_url, "DATA_DIR": str(data), "ENCODER": "hashing"}


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    started = Server(environment)
    yield started
    if started.process.poll() is None:
        started.end(signal.SIGKILL)


@pytest.fixture
def command(environment: dict[str, str]) -> Callable[..., str]:
    def run(*arguments: str) -> str:
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    return run


def test_no_acknowledged_answer_is_lost_when_the_process_is_killed(
    server: Server, command: Callable[..., str], database_url: str
) -> None:
    key = command("key", "create", "Example College")
    acknowledged: list[str] = []
    for attempt in range(5):
        _, sitting = server.call("POST", "/sittings", key, {"skill": "responsible-deployment", "level": "beginner"})
        text = f"I would ask who is affected, attempt {attempt}."
        status, _ = server.call("POST", f"/sittings/{sitting['id']}/questions/1/answer", key, {"text": text})
        assert status in {201, 202}
        acknowledged.append(text)
        server.end(signal.SIGKILL)
        server.start()
    database = Database(database_url)
    with database.reading() as session:
        assert sorted(session.scalars(select(Answer.text))) == sorted(acknowledged)
    for _ in range(200):
        with database.reading() as session:
            if session.scalar(select(func.count()).select_from(ScoreRow)) == len(acknowledged):
                break
        time.sleep(0.2)
    else:
        raise AssertionError("the worker did not score every answer after the restarts")
    database.close()


def test_sigterm_lets_a_running_request_finish(server: Server, command: Callable[..., str]) -> None:
    key = command("key", "create", "Example College")
    _, sitting = server.call("POST", "/sittings", key, {"skill": "responsible-deployment", "level": "beginner"})
    connection = socket.create_connection(("127.0.0.1", server.port))
    body = json.dumps({"text": "I would ask who is affected before anything else."}).encode()
    head = (
        f"POST /api/v1/sittings/{sitting['id']}/questions/1/answer HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Authorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    connection.sendall(head.encode() + body[:10])
    time.sleep(0.5)
    os.kill(server.process.pid, signal.SIGTERM)
    time.sleep(0.5)
    connection.sendall(body[10:])
    answer = connection.makefile("rb").read()
    connection.close()
    assert answer.startswith((b"HTTP/1.1 201", b"HTTP/1.1 202")), answer[:300]
    assert server.process.wait(timeout=30) == 0


def test_a_worker_stops_when_asked(environment: dict[str, str], command: Callable[..., str]) -> None:
    command("db", "upgrade")
    worker = subprocess.Popen(
        [*COMMAND, "worker"], cwd=ROOT, env={**os.environ, **environment}, stderr=subprocess.PIPE, text=True
    )
    assert worker.stderr is not None
    for line in worker.stderr:
        if "ready_to_score" in line:
            break
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=20) == 0
    worker.stderr.close()


def test_logs_are_json_lines_without_what_was_written(server: Server, command: Callable[..., str]) -> None:
    key = command("key", "create", "Example College")
    _, sitting = server.call("POST", "/sittings", key, {"skill": "responsible-deployment", "level": "beginner"})
    server.call("POST", f"/sittings/{sitting['id']}/questions/1/answer", key, {"text": "My secret pangolin answer."})
    server.status("/search?q=pangolin")
    server.end(signal.SIGTERM)
    lines = server.log.read_text("utf-8").splitlines()
    requests = [json.loads(line) for line in lines if line.startswith("{")]
    assert {"method", "route", "status", "milliseconds", "request_id"} <= set(
        next(one for one in requests if one["message"] == "request")
    )
    assert "pangolin" not in server.log.read_text("utf-8")
    assert key.split("_", 3)[3] not in server.log.read_text("utf-8")


def test_a_bad_setting_is_refused_at_start_with_its_name(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [*COMMAND, "serve"],
        cwd=ROOT,
        env={**os.environ, **environment, "PORT": "eighty"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "PORT='eighty'" in done.stderr
    assert "1 to 65535" in done.stderr
    assert "Traceback" not in done.stderr
