"""The queries of the catalogue's charts, as the program makes them for what is known of a server."""
import os
import subprocess

WINDOW = 60  # seconds that rates look back here


def program(lines):
    run = subprocess.run([os.environ["CHART_QUERIES"]], input="\n".join(lines) + "\n", stdout=subprocess.PIPE, text=True, check=True)
    return run.stdout.splitlines()


def charts_of(facts, subject, pods, backends):
    words = ["charts", *subject, *[""] * (5 - len(subject)), ",".join(pods), ",".join(backends)]
    charts = []
    for line in program([*facts, "\t".join(words)]):
        kind, *fields = line.split("\t")
        if kind == "chart":
            charts.append({"name": fields[0], "merged": fields[2], "lines": []})
        elif kind == "line":
            charts[-1]["lines"].append(fields)
    return charts


def filled(expression):
    return expression.replace("$window", f"{WINDOW}s")
