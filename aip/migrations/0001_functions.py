"""Two functions on which columns and rules are built: how names compare, and what a stated date means."""

from django.db import migrations

FOLD = """
CREATE FUNCTION aip_fold(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(btrim(regexp_replace(normalize(name, NFKC), '\\s+', ' ', 'g')));
COMMENT ON FUNCTION aip_fold IS 'A name as compared: accents composed, one space between words, small letters.';
"""

# Nothing below ASCII would be folded, and "ÖRSTED" and "Örsted" would be two organizations without a word.
LOCALE = """
DO $$ BEGIN
    IF aip_fold('Ö') <> 'ö' THEN
        RAISE EXCEPTION 'This database knows no upper and lower case beyond ASCII.'
        USING HINT = 'Create it with: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME';
    END IF;
END $$;
"""

DAY = """
CREATE FUNCTION aip_day(stated text) RETURNS date LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    parts text[] := regexp_match(stated, '^([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?[~?]?$');
    month int := coalesce(parts[2], '1');
    -- counted from the first of the month, so that 30 February falls in March
    day date := make_date(parts[1]::int, month, 1) + coalesce(parts[3], '1')::int - 1;
BEGIN
    RETURN CASE WHEN extract(month FROM day) = month THEN day END;
END $$;
COMMENT ON FUNCTION aip_day IS 'The first day that 2025, 2025-10 or 2025-10-15, with ~ or ?, can mean; NULL for no date.';
"""

EARLIEST = """
CREATE FUNCTION aip_earliest(stated text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN stated !~ '/' THEN aip_day(stated)
    WHEN stated ~ '^[^/]+/[^/]+$' AND aip_day(split_part(stated, '/', 1)) <= aip_day(split_part(stated, '/', 2))
        THEN aip_day(split_part(stated, '/', 1))
END;
COMMENT ON FUNCTION aip_earliest IS 'The earliest day that a stated date or span of dates can mean; NULL for no date.';
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(FOLD, "DROP FUNCTION aip_fold"),
        migrations.RunSQL(LOCALE, migrations.RunSQL.noop),
        migrations.RunSQL(DAY, "DROP FUNCTION aip_day"),
        migrations.RunSQL(EARLIEST, "DROP FUNCTION aip_earliest"),
    ]
