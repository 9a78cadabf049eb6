-- From filing to acceptance and report, in seconds: median and 90th percentile by nearest rank
SELECT
  unit,
  district,
  thana,
  count(*) AS tips,
  count(accept) AS accepted,
  min(CASE WHEN enough_accepted AND accept_rank >= 0.5 THEN accept END) AS accept_median,
  min(CASE WHEN enough_accepted AND accept_rank >= 0.9 THEN accept END) AS accept_p90,
  count(*) FILTER (WHERE accepted_at <= accept_by) AS accepted_in_time,
  count(*) FILTER (WHERE accept_by < coalesce(accepted_at, ends)) AS accept_missed,
  count(report) AS reported,
  min(CASE WHEN enough_reported AND report_rank >= 0.5 THEN report END) AS report_median,
  min(CASE WHEN enough_reported AND report_rank >= 0.9 THEN report END) AS report_p90,
  count(*) FILTER (WHERE reported_at <= report_by) AS reported_in_time,
  count(*) FILTER (WHERE report_by < coalesce(reported_at, ends)) AS report_missed
FROM (
  SELECT
    *,
    cume_dist() OVER (
      PARTITION BY unit, district, thana, accept IS NULL ORDER BY accept
    ) AS accept_rank,
    cume_dist() OVER (
      PARTITION BY unit, district, thana, report IS NULL ORDER BY report
    ) AS report_rank,
    count(accept) OVER (PARTITION BY unit, district, thana) >= k AS enough_accepted,
    count(report) OVER (PARTITION BY unit, district, thana) >= k AS enough_reported
  FROM (
    SELECT
      unit,
      CASE WHEN unit <> 'all' THEN district END AS district,
      CASE WHEN unit = 'station' THEN thana END AS thana,
      k, ends, accept_by, report_by, accepted_at, reported_at,
      date_diff('second', filed_at, accepted_at) AS accept,
      date_diff('second', filed_at, reported_at) AS report
    FROM (
      SELECT
        district, thana, k, ends, filed_at, accept_by, report_by,
        CASE WHEN accepted_at < ends THEN accepted_at END AS accepted_at,
        CASE WHEN reported_at < ends THEN reported_at END AS reported_at
      FROM visible
      WHERE filed_at >= starts AND filed_at < ends
    ) filed
    CROSS JOIN (VALUES ('all'), ('district'), ('station')) AS units (unit)
  ) timed
) ranked
GROUP BY unit, district, thana
ORDER BY unit, district, thana
