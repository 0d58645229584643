"""Answers one page, so that there is something to put into an image."""
from flask import Flask

app = Flask(__name__)


@app.route("/")
def home():
    """The page: change this string, build again, and see which steps run."""
    return "Web app with Python and Flask\n"


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
