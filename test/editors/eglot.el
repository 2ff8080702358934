;;; emacs --batch -l SETUP -l eglot.el, with the setup that docs/editors.md gives; RECORDING names the file.  -*- lexical-binding: t -*-
(require 'flymake)
(require 'seq)
(setq eglot-sync-connect 30 eglot-autoshutdown nil eglot-confirm-server-initiated-edits nil
      make-backup-files nil create-lockfiles nil)

(defun try-wait (what is)
  "Wait until IS gives something, and give it; WHAT is waited for."
  (let ((end (+ (float-time) 30)) found)
    (while (not (setq found (funcall is)))
      (when (> (float-time) end) (error "waited in vain for %s" what))
      (accept-process-output nil 0.05)
      (sit-for 0.02))
    found))

(defun try-ok (what) (princ (format "ok    %s\n" what)))

(find-file (getenv "RECORDING"))
(unless (eq major-mode 'process-recording-mode) (error "The mode is %s" major-mode))
;; `eglot-ensure' waits for a command to have ended, and in batch there is none.
(apply #'eglot (eglot--guess-contact))
(try-wait "the server" #'eglot-current-server)
(flymake-mode 1)
(flymake-start)
(let* ((before (buffer-string))
       (finding (try-wait "the finding"
                          (lambda ()
                            (seq-find (lambda (one)
                                        (string-match-p "worker-advice" (flymake-diagnostic-text one)))
                                      (flymake-diagnostics)))))
       (offers (progn
                 (try-ok "shows what is found: worker-advice")
                 (eglot-code-actions (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))))
       (alternative (seq-find (lambda (one) (string-prefix-p "Alternative" (plist-get one :title))) offers)))
  (unless alternative (error "No alternative among %S" offers))
  (unless (plist-get alternative :edit)
    (setq alternative (jsonrpc-request (eglot-current-server) :codeAction/resolve alternative)))
  (eglot--apply-workspace-edit (plist-get alternative :edit))
  (goto-char (point-min))
  (unless (re-search-forward "^> \\*\\*Alternative (.*):\\*\\* .+\n+" nil t) (error "Not written: %s" (buffer-string)))
  (unless (equal (replace-regexp-in-string "\n" "" (concat (buffer-substring (point-min) (match-beginning 0))
                                                           (buffer-substring (match-end 0) (point-max))))
                 (replace-regexp-in-string "\n" "" before))
    (error "Something else was changed: %s" (buffer-string)))
  (try-ok "writes a line into the margin and nothing else"))
(save-buffer)
(when (buffer-modified-p) (error "Not saved"))
(try-ok "saves")
(kill-emacs 0)
