-- The PDF of a document that was set first is kept, and served for ever, whatever becomes of words and templates.
CREATE UNIQUE INDEX "stored_file_id_sha256_key" ON "stored_file"("id", "sha256");

-- The hash of a document is the hash of its file, and the file goes with no deletion: without it another would be set.
ALTER TABLE "document" DROP CONSTRAINT "document_file_id_fkey";
ALTER TABLE "document" ADD CONSTRAINT "document_file_id_sha256_fkey" FOREIGN KEY ("file_id", "sha256")
  REFERENCES "stored_file"("id", "sha256") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- Not valid for documents that were hashed before their files were kept; each is whole from its next change on.
ALTER TABLE document ADD CONSTRAINT document_pressed CHECK ((file_id IS NULL) = (sha256 IS NULL)) NOT VALID;

-- A hash that was told to anybody never changes, nor does a document once its file is kept; none is ever deleted.
CREATE TRIGGER document_pressed BEFORE UPDATE ON document FOR EACH ROW
  WHEN (OLD.file_id IS NOT NULL OR (OLD.sha256 IS NOT NULL AND NEW.sha256 IS DISTINCT FROM OLD.sha256))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_kept BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The office sets the file and nothing else; who leaves a document behind leaves its record alone.
REVOKE UPDATE ON document FROM imtiyaz_applicant, imtiyaz_office;
GRANT UPDATE (sha256, file_id) ON document TO imtiyaz_office;
ALTER POLICY applicant_documents ON document WITH CHECK (kind IN ('receipt', 'complaint_receipt') AND file_id IS NULL);
ALTER POLICY jury_documents ON document
  WITH CHECK (kind IN ('charter', 'interest_declaration', 'score_sheet') AND NOT public AND file_id IS NULL);
