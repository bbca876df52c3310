# Shared by the scripts beside it (sourced, never run): where things are, which JDK and Maven serve.
# Runs on the bash 3.2 of macOS too.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
state="$root/.quarterdeck"
app="$root/local/target/quarterdeck"

say() { printf '%s\n' "$*" >&2; }

die() {
  say "${0##*/}: $*"
  exit 1
}

# Prints a JDK's feature version from its release file: no process has to be started for it.
jdk_version() {
  local line version
  [ -r "$1/release" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=\"}
        printf '%s\n' "${version%%[!0-9]*}"
        return 0
        ;;
    esac
  done <"$1/release"
  return 1
}

jdk_candidates() {
  local java
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  if java=$(command -v java) && java=$(readlink -f "$java" 2>/dev/null); then
    printf '%s\n' "${java%/bin/java}"
  fi
  printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null || true
  fi
}

# Sets JAVA_HOME to the first JDK of version 25 or later, whatever `java` is.
find_jdk() {
  local home version
  while IFS= read -r home; do
    if version=$(jdk_version "$home") && [ "$version" -ge 25 ]; then
      export JAVA_HOME=$home
      return 0
    fi
  done < <(jdk_candidates)
  die "needs a JDK 25 or later and found none. Install one (any vendor's) or set JAVA_HOME to it."
}

# Sets mvn to a Maven of 3.8.7 or later. Call after find_jdk.
find_maven() {
  local candidate version
  for candidate in "${MAVEN_HOME:-}/bin/mvn" "$(command -v mvn || true)" /opt/homebrew/bin/mvn; do
    [ -x "$candidate" ] || continue
    version=$(cd / && "$candidate" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    if at_least "$version" 3.8.7; then
      mvn=$candidate
      return 0
    fi
  done
  die "needs Maven 3.8.7 or later and found none. Install it (apt-get install maven, brew install maven)."
}

# at_least VERSION MINIMUM, both dotted numbers
at_least() {
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)" = "$2" ]
}

# Prints what the command line is built from: never a target folder, whose times change with each build.
app_sources() {
  local entry
  printf '%s\n' "$root/pom.xml" "$root/.mvn" "$root/web-static"
  for entry in "$root"/local/* "$root"/shared/{domain,wire,collect,catalog,platform-local,edge,query}/* "$root"/build/catalog-compiler/*; do
    case $entry in
      */target) ;;
      */src) printf '%s\n' "$entry/main" ;;
      *) printf '%s\n' "$entry" ;;
    esac
  done
}

# Is the built application older than anything it is made from? A deleted file makes its folder newer.
app_stale() {
  local entry sources=()
  [ -f "$app/stamp" ] && [ -d "$app/lib" ] || return 0
  while IFS= read -r entry; do
    [ ! -e "$entry" ] || sources+=("$entry")
  done < <(app_sources)
  [ -n "$(find "${sources[@]}" -newer "$app/stamp" -print 2>/dev/null | head -n 1)" ]
}

# A stamp has the time at which the build began: what is edited while it runs is stale afterwards.
stamp_begin() { mkdir -p "$state" && : >"$state/stamp.$$"; }
stamp_done() { mkdir -p "$app" && mv "$state/stamp.$$" "$app/stamp"; }
