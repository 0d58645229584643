# The course's exercise, both stages.
FROM ubuntu:20.04 AS runtime
RUN apt-get update \
    && apt-get install -y python3 python3-pip
RUN useradd -ms /bin/bash app-runner-user
WORKDIR /home/app-runner-user
COPY requirements.txt ./
RUN python3 -m pip install -r requirements.txt
COPY app.py .
USER app-runner-user
CMD ["python3", "app.py"]

FROM runtime AS dev_environment
USER root
COPY requirements.dev.txt ./
RUN python3 -m pip install -r requirements.dev.txt
USER app-runner-user
