"""Measures what a million predictions cost the operator on each side: `make bench`.

The server's cost is the computing time of its own process, as the kernel counts it, and not the time on the clock:
a busy machine changes it little, and the clients do not count. In the browser a prediction costs the operator nothing;
a visitor's first visit does, as the page and the model are sent once.
"""

import asyncio
import contextlib
import dataclasses
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from urllib.parse import urlsplit

from gradio_client import Client, handle_file

from export import chromium
from models.data import mnist
from tools import load, recorded
from tools.load import Rival
from tools.recorded import API, Cost, Costs
from tools.sides import conditions, pngs

PICTURES = 10
VISITS = 5


def measure() -> Costs:
    """The cost of a prediction by each way, and that of a visit."""
    files = pngs(mnist.on_canvas(mnist.test()[0][:PICTURES]))
    with load.ours() as ours, relay(ours.address) as (address, sent):
        api = _each(ours, sent, 3_000, _asking(ours, address, files))
        gradio = _each(ours, sent, 100, _gradio(address, files))
        visit = _each(ours, sent, VISITS, _visiting(address))
        memory = ours.process.memory_info().rss
    with load.plain() as plain, relay(plain.address) as (address, sent):
        keras = _each(plain, sent, 200, _asking(plain, address, files))
    predictions = {API: api, "`gradio_client`, Gradio's queue": gradio, "FastAPI and Keras in ten lines": keras}
    return Costs(predictions, visit, memory, conditions())


def _each(rival: Rival, sent: list[int], number: int, work: Callable[[int], object]) -> Cost:
    """By so many; a few before them, which load something, do not count."""
    work(max(2, number // 20))
    seconds, bytes = rival.cpu_seconds(), sum(sent)
    work(number)
    return Cost((rival.cpu_seconds() - seconds) / number, (sum(sent) - bytes) / number)


def _asking(rival: Rival, address: str, files: list[bytes]) -> Callable[[int], object]:
    through = dataclasses.replace(rival, address=address)
    return lambda number: load.ask(through, files, clients=4, requests=number)


def _gradio(address: str, files: list[bytes]) -> Callable[[int], None]:
    client = Client(address, verbose=False)

    def work(number: int) -> None:
        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            for index in range(number):
                Path(file.name).write_bytes(files[index % len(files)])
                client.predict(handle_file(file.name), api_name="/predict")

    return work


def _visiting(address: str) -> Callable[[int], None]:
    """Visits with an empty cache, until the page works offline."""

    def work(number: int) -> None:
        with chromium.browser() as browser:
            for _ in range(number):
                context = browser.new_context(reduced_motion="reduce")
                page = context.new_page()
                page.goto(f"{address}/offline/")
                page.wait_for_selector("html[data-ready=true]")
                page.evaluate("navigator.serviceWorker.ready.then(() => true)")
                page.wait_for_load_state("networkidle")
                context.close()

    return work


@contextlib.contextmanager
def relay(address: str) -> Iterator[tuple[str, list[int]]]:
    """Runs a proxy to an address. Provides its own address, and the sizes of the answers so far."""
    sent: list[int] = []
    started: Future[tuple[str, Callable[[], object]]] = Future()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, count: bool) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(2**16):
                sent.extend([len(data)] if count else [])
                writer.write(data)
                await writer.drain()
        writer.close()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection(urlsplit(address).hostname, urlsplit(address).port)
        await asyncio.gather(pass_on(reader, there[1], False), pass_on(there[0], writer, True))

    async def serve() -> None:
        loop, end = asyncio.get_running_loop(), asyncio.Event()
        async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            started.set_result((f"http://127.0.0.1:{port}", lambda: loop.call_soon_threadsafe(end.set)))
            await end.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    here, stop = started.result()
    try:
        yield here, sent
    finally:
        stop()
        thread.join()


if __name__ == "__main__":
    print(recorded.table(measure()))
