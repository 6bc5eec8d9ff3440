"""`manage.py article_schema`: the JSON Schema of article files, for editors."""

import json

from aip.documents import ArticleDocument
from aip.management.command import StrictCommand


class Command(StrictCommand):
    help = (
        "Print the JSON Schema of article files. Write it to a file and name that in your editor's YAML settings, and "
        "it completes keys and words and underlines what is wrong: manage.py article_schema > article.schema.json"
    )
    requires_system_checks = ()

    def handle(self, **options):
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **ArticleDocument.model_json_schema()}
        self.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2))
