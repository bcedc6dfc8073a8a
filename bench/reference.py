"""Prints what Python's feedparser reads in each feed below a folder, one JSON object a line; bench/feeds.ts asks it.

usage: python3 bench/reference.py FOLDER    (needs feedparser 6: pip install feedparser, or Debian's python3-feedparser)
"""
import calendar
import codecs
import json
import os
import re
import sys

import feedparser

suffixes = (".xml", ".rss", ".atom", ".rdf", ".feed", ".json")


def instant(parsed):
    try:
        return calendar.timegm(parsed) if parsed else None
    except (OverflowError, ValueError):
        return None


def charset(path):
    """Where the corpus names the encoding by the folder, feedparser is told, or it garbles what it guesses."""
    folder = os.path.basename(os.path.dirname(path))
    name = re.sub(r"^(iso-8859-\d+|windows-\d+)-.*", r"\1", folder)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def read(path):
    headers = {"content-location": "https://feed.example/"}
    if charset(path):
        headers["content-type"] = f"application/xml; charset={charset(path)}"
    with open(path, "rb") as file:
        feed = feedparser.parse(file.read(), response_headers=headers)
    entries = [
        {
            "title": entry.get("title", ""),
            "link": entry.get("link", ""),
            # FeedBurner's link leads through its own counter; the article's is kept beside it.
            "original": entry.get("feedburner_origlink", ""),
            "date": instant(entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")),
        }
        for entry in feed.entries
    ]
    return {"file": path, "entries": entries}


for place, _, files in os.walk(sys.argv[1]):
    for name in sorted(files):
        if name.endswith(suffixes):
            path = os.path.join(place, name)
            try:
                found = read(path)
            except Exception as cause:
                print(f"{path}: {cause}", file=sys.stderr)
                continue
            if found["entries"]:
                print(json.dumps(found))
