# syntax=docker/dockerfile:1
# Two stages: build the environment, then copy it alone. The result runs as a user without rights and writes to /data only.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv/skillprep
RUN python -m venv /opt/venv
# The CPU build of torch comes first: from the index of CPU builds that PyTorch's own installation page names, given as
# --build-arg TORCH_INDEX=…; without it the default index brings several GB of CUDA libraries along.
ARG TORCH_INDEX=""
RUN /opt/venv/bin/pip install ${TORCH_INDEX:+--index-url "$TORCH_INDEX"} torch==2.13.0
COPY pyproject.toml constraints.txt README.md ./
COPY skillprep skillprep
RUN /opt/venv/bin/pip install --constraint constraints.txt --editable .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin skillprep \
    && install -d -o skillprep -g skillprep /data
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    HOST=0.0.0.0 PORT=8000 DATA_DIR=/data HF_HUB_OFFLINE=1
WORKDIR /srv/skillprep
COPY --from=build /opt/venv /opt/venv
COPY pyproject.toml app.py README.md LICENSE ./
COPY migrations migrations
COPY question_bank question_bank
COPY skillprep skillprep
USER skillprep
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["sh", "-c", "skillprep db upgrade && exec skillprep serve"]
