-- Kinds of evidence that came with tips or later: how many tips have some, and how many files
SELECT
  kind,
  count(*) FILTER (WHERE files > 0) AS tips,
  sum(files) AS files
FROM (
  SELECT
    kind,
    CASE kind
      WHEN 'photo' THEN photos + coalesce(more_photos, 0)
      WHEN 'video' THEN videos + coalesce(more_videos, 0)
      WHEN 'audio' THEN audios + coalesce(more_audios, 0)
      ELSE documents + coalesce(more_documents, 0)
    END AS files
  FROM visible LEFT JOIN (
    SELECT
      case_id,
      count(*) FILTER (WHERE media = 'photo') AS more_photos,
      count(*) FILTER (WHERE media = 'video') AS more_videos,
      count(*) FILTER (WHERE media = 'audio') AS more_audios,
      count(*) FILTER (WHERE media = 'document') AS more_documents
    FROM (
      SELECT case_id, seq, max(media) AS media
      FROM arrivals
      WHERE kind = 'tip_extended'
      GROUP BY case_id, seq
    ) once
    GROUP BY case_id
  ) told ON told.case_id = visible.case_id
  CROSS JOIN (VALUES ('photo'), ('video'), ('audio'), ('document')) AS kinds (kind)
  WHERE filed_at >= starts AND filed_at < ends
) counted
GROUP BY kind
HAVING sum(files) > 0
ORDER BY 2 DESC, 1
