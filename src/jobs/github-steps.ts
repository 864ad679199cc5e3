/** The shell scripts of the GitHub workflow. Everything outside reaches them as variables, never as part of the script. */

/** Without a registry that has the program, its owner says where it comes from. */
export const INSTALL = `set -euo pipefail
if [ -z "$PAPERBRIEF_PACKAGE" ]; then
  echo "::error title=Where is Paperbrief?::Set the repository variable PAPERBRIEF_PACKAGE (Settings, Secrets and variables, Actions, Variables) to what npm can install: github:OWNER/paperbrief#v0.1.0, or the address of a .tgz."
  exit 1
fi
npm install --global --no-audit --no-fund "$PAPERBRIEF_PACKAGE"
paperbrief --version`

/**
 * A branch that is not there means a first run; one that cannot be read must end the job, or an empty library would
 * take the place of the full one.
 */
export const FETCH_LIBRARY = `set -euo pipefail
status=0
line=$(git ls-remote --exit-code origin "refs/heads/$DATA_BRANCH") || status=$?
if [ "$status" -eq 2 ]; then
  echo "There is no branch $DATA_BRANCH yet: this run begins a new library."
  echo "tip=" >> "$GITHUB_OUTPUT"
  exit 0
fi
[ "$status" -eq 0 ] || exit "$status"
tip=\${line%%[[:space:]]*}
git fetch --quiet --depth=1 origin "$tip"
data=$(mktemp -d)
git archive "$tip" | tar -x -C "$data"
(cd "$data" && sha256sum --check --quiet SHA256SUMS)
mkdir -p .paperbrief
rm -rf .paperbrief/db
cat "$data"/library.tar.gz.* | tar -xz -C .paperbrief
if [ -n "$DIGESTS" ] && [ -d "$data/digests" ]; then
  mkdir -p "$DIGESTS"
  cp -R "$data/digests/." "$DIGESTS/"
fi
rm -rf "$data"
echo "tip=$tip" >> "$GITHUB_OUTPUT"`

/** Bergamot translates where no language model is set; without it, digests keep the papers' own words. */
export const FETCH_MODEL = `if [ "$HAS_MODEL" != true ]; then
  paperbrief models pull || echo "::warning::No translation model could be fetched: digests stay in the papers' own language."
fi`

/**
 * What papers say is printed where GitHub takes no commands from it, and is quoted in the summary.
 * @param cases lines of a `case` that choose the editions of a cron line
 */
export function writeRunScript(cases: readonly string[], firstEdition: string): string {
  return `set -uo pipefail
editions=$EDITION
if [ -z "$editions" ]; then
  case "$SCHEDULE" in
${cases.map(line => `    ${line}\n`).join('')}    *) editions=${firstEdition} ;;
  esac
fi
quiet=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \\n')
status=0
for edition in $editions; do
  report=$(mktemp)
  echo "::stop-commands::$quiet"
  code=0
  paperbrief run --edition "$edition" \${DATE:+--date "$DATE"} > "$report" || code=$?
  echo "::$quiet::"
  {
    printf '## %s\\n\\n' "$edition"
    [ "$code" -eq 0 ] || printf 'Ended with code %s; the log says why.\\n\\n' "$code"
    head -c 60000 "$report" | sed 's/^/    /'
    printf '\\n'
  } >> "$GITHUB_STEP_SUMMARY"
  [ "$code" -eq 0 ] || status=$code
done
exit "$status"`
}

/** One commit without a past, so that the repository does not grow by a library a day; in parts that GitHub takes. */
export const KEEP_LIBRARY = `set -euo pipefail
if [ ! -d .paperbrief/db ]; then
  echo "There is no library to keep."
  exit 0
fi
data=$(mktemp -d)
tar -C .paperbrief -cf - db | gzip -n | split -b 45m - "$data/library.tar.gz."
(cd "$data" && sha256sum library.tar.gz.* > SHA256SUMS)
if [ -n "$DIGESTS" ] && [ -d "$DIGESTS" ]; then
  cp -R "$DIGESTS" "$data/digests"
fi
echo "The library of Paperbrief, as its workflow keeps it: cat library.tar.gz.* | tar -xz -C .paperbrief" > "$data/README.md"
GIT_DIR=$(git rev-parse --absolute-git-dir)
GIT_WORK_TREE=$data
GIT_INDEX_FILE=$(mktemp -u)
export GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
cd "$data"
git add --all --force .
commit=$(git commit-tree "$(git write-tree)" -m "The library after run $GITHUB_RUN_NUMBER")
git push --quiet --force-with-lease="refs/heads/$DATA_BRANCH:$TIP" origin "$commit:refs/heads/$DATA_BRANCH"
rm -rf "$data" "$GIT_INDEX_FILE"`

/** A site that was not made is a failure of its own: the one that is published stays. */
export const CHECK_SITE = `if [ ! -f "$SITE/index.html" ]; then
  echo "::error title=No site::$SITE/index.html was not written. Does paperbrief.yaml have publish: { site: { dir: $SITE } }?"
  exit 1
fi`
