-- The tips that the reader may see: nobody sees those about their own conduct
SELECT t.*, a.starts, a.ends, a.earlier, a.k
FROM tips t CROSS JOIN asked a
WHERE
  (a.only_district = '' OR t.district = a.only_district)
  AND (a.only_category = '' OR t.category = a.only_category)
  AND (
    a.reader = 'range' AND strpos(a.places, ',' || t.district || ',') = 0
    OR a.reader = 'district' AND strpos(a.places, ',' || t.district || ',') > 0
      AND (t.conflict <> 'district' OR t.transferred)
    OR a.reader = 'thana' AND strpos(a.places, ',' || t.thana || ',') > 0
      AND t.conflict = 'none'
  )
