"""skillprep index: the vectors by which scoring and search compare."""

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from skillprep.actions.warm_up import references, warm_up
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.search import SearchQuery


@click.command()
@pass_runtime
def index(runtime: Runtime) -> None:
    """Encode the bank's texts and build the FAISS index, so that serving starts quickly.

    What an earlier run encoded is kept in DATA_DIR and not encoded again. Exit code 1 when the model cannot be used.
    """
    services = runtime.services()
    services.vectors.read(services.encoder.sha256)
    services.passages.read(services.search_encoder.sha256)
    texts, passages = references(services), services.search.catalogue().passages
    count = len(texts) + len(passages)
    if services.vectors.knows(texts) and services.passages.knows(passages):
        click.echo(f"The index is up to date: {count} texts of bank {services.bank.version}.")
        return
    columns = (TextColumn("Encoding the bank"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        ready = warm_up(services, lambda done, total: bar.update(task, completed=done, total=total))
    if not ready:
        raise ScorerUnavailableError(services.model_health().failure)
    services.search.find(SearchQuery("fairness"))
    click.echo(f"Indexed {count} texts of bank {services.bank.version}.")
