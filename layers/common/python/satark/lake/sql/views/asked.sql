-- What is asked: the days, who reads, from how many tips on a place is told, and of what alone
SELECT
  CAST(? AS timestamp) AS starts,
  CAST(? AS timestamp) AS ends,
  CAST(? AS timestamp) AS earlier,
  CAST(? AS varchar) AS reader,
  CAST(? AS varchar) AS places,
  CAST(? AS int) AS k,
  CAST(? AS varchar) AS only_district,
  CAST(? AS varchar) AS only_category
