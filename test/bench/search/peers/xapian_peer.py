"""Xapian beside Recital: builds an index of the bench's texts, and answers queries with the time each took in here.

    python3 xapian_peer.py build TEXTS.jsonl DATABASE
    python3 xapian_peer.py search DATABASE      (a line of JSON in, a line of JSON out)
"""

import json
import sys
import time

import xapian

PREFIXES = {"type": "XT", "body": "XB", "year": "XY", "section": "XS", "actor": "XA"}
FLAGS = (
    xapian.QueryParser.FLAG_PHRASE
    | xapian.QueryParser.FLAG_BOOLEAN
    | xapian.QueryParser.FLAG_LOVEHATE
    | xapian.QueryParser.FLAG_WILDCARD
)


def build(texts, place):
    database = xapian.WritableDatabase(place, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    with open(texts, encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(entry["heading"], 2)
            generator.increase_termpos()
            generator.index_text(entry["text"])
            for field, prefix in PREFIXES.items():
                document.add_boolean_term(f"{prefix}{entry[field]}")
            document.set_data(json.dumps([entry["address"], entry["name"], entry["heading"], entry["text"]]))
            database.add_document(document)
    database.commit()
    database.close()


def search(place):
    database = xapian.Database(place)
    stemmer = xapian.Stem("en")
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_default_op(xapian.Query.OP_AND)
    parser.set_max_expansion(64, xapian.Query.WILDCARD_LIMIT_MOST_FREQUENT)
    for line in sys.stdin:
        asked = json.loads(line)
        started = time.perf_counter()
        try:
            query = parser.parse_query(asked["query"], FLAGS)
        except xapian.QueryParserError:
            # What its language refuses is read as plain words.
            query = parser.parse_query(asked["query"], 0)
        for field, prefix in PREFIXES.items():
            if field in asked:
                query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(f"{prefix}{asked[field]}"))
        enquire = xapian.Enquire(database)
        enquire.set_weighting_scheme(xapian.BM25Weight())
        enquire.set_query(query)
        found = enquire.get_mset(0, 20)
        hits = []
        for match in found:
            address, name, heading, text = json.loads(match.document.get_data())
            snippet = found.snippet(text, 240, stemmer)
            hits.append((address, name, heading, snippet.decode("utf-8"), match.weight))
        took = (time.perf_counter() - started) * 1000
        answer = {"ms": took, "total": found.get_matches_estimated(), "hits": [hit[0] for hit in hits]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    {"build": build, "search": search}[sys.argv[1]](*sys.argv[2:])
