-- What is asked: the days, who reads, and from how many tips on a place is told
SELECT
  CAST(? AS timestamp) AS starts,
  CAST(? AS timestamp) AS ends,
  CAST(? AS timestamp) AS earlier,
  CAST(? AS varchar) AS reader,
  CAST(? AS varchar) AS places,
  CAST(? AS int) AS k
