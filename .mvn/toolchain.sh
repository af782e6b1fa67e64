# What the scripts of this checkout share: Java, Maven, what the tests need of the system. Sourced with $root set, not run.
# Nothing is written outside the checkout but ~/.m2 (by Maven) and ~/.cache/mirrorbook; packages of the system are installed
# only by root, else the command is named.

. "$root/features/org.mirrorbook.rcp.feature/rootfiles/unix/lib/start.sh"

maven_version=3.9.16
use_utf8

say() {
    echo "$*" >&2
}

stop() {
    say "$@"
    exit 1
}

# apt_can: whether this is root on a Debian or one of its kind.
apt_can() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# apt_command PACKAGE...: what to type, for those who are not root.
apt_command() {
    if command -v apt-get >/dev/null; then
        echo "sudo apt-get install -y --no-install-recommends $*"
    else
        echo "(with the package manager of your system; in Debian they are called) $*"
    fi
}

# apt_install PACKAGE...: installs them, after fetching the lists where they are missing or too old to know them.
apt_install() {
    say "installing $* ..."
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1; then
        apt-get update -q >>"$log" 2>&1 || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1 \
            || stop "could not install $*; see $log"
    fi
}

# has_library NAME: whether the loader finds a shared library.
has_library() {
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q "$1" \
        || ls /usr/lib/*/"$1" /usr/lib64/"$1" /usr/lib/"$1" >/dev/null 2>&1
}

# use_java: exports JAVA_HOME as that of a JDK of version 21 or newer.
use_java() {
    JAVA_HOME=$(find_java javac)
    if [ -z "$JAVA_HOME" ]; then
        missing_java "a JDK"
        exit 1
    fi
    export JAVA_HOME
}

# use_maven: sets $mvn. An older Maven is good enough to fetch the one this build needs, as an artifact among others.
use_maven() {
    [ -n "${HOME:-}" ] || stop "HOME is not set"
    # Java takes the home folder from the list of users; where $HOME says otherwise, it shall count
    case " ${MAVEN_OPTS:-} " in
        *" -Duser.home="*) ;;
        *) MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.home=$HOME" ;;
    esac
    export MAVEN_OPTS
    cache=$HOME/.cache/mirrorbook
    mvn=$cache/apache-maven-$maven_version/bin/mvn
    [ ! -x "$mvn" ] || return 0
    if ! command -v mvn >/dev/null; then
        if apt_can; then
            apt_install maven
        else
            say "Mirrorbook is built by Maven; any version will do, it fetches the one that is needed. Type:"
            stop "  $(apt_command maven)"
        fi
    fi
    say "fetching Maven $maven_version ..."
    fetched=$cache/fetch.$$
    rm -rf "$fetched"
    mkdir -p "$fetched"
    # run there, since the plugin leaves a marker in the current folder, and since no settings of a build (.mvn) apply there
    (cd "$fetched" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        "-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" "-DoutputDirectory=$fetched") >>"$log" 2>&1 \
        || { rm -rf "$fetched"; stop "could not fetch Maven $maven_version; see $log"; }
    chmod 755 "$fetched/apache-maven-$maven_version/bin/mvn"
    # whoever comes first wins; the other's copy is as good
    mv "$fetched/apache-maven-$maven_version" "$cache/" 2>/dev/null || [ -x "$mvn" ] || stop "could not write $cache"
    rm -rf "$fetched"
}

# run_maven ARGUMENT...: runs it in the checkout. In the background, since a shell that waits for a program in the foreground hears
# no signal: this way whoever stops the script stops Maven too.
maven=
run_maven() {
    (cd "$root" && exec "$mvn" -B -ntp -Dstyle.color=never "$@") &
    maven=$!
    result=0
    wait "$maven" || result=$?
    maven=
    return "$result"
}

# on_signals: ends the script on SIGINT and SIGTERM, and Maven with it; what else is to be cleared goes into a trap on EXIT.
on_signals() {
    trap 'end_by_signal 130' INT
    trap 'end_by_signal 143' TERM
}

end_by_signal() {
    if [ -n "$maven" ]; then
        kill "$maven" 2>/dev/null || true
        wait "$maven" 2>/dev/null || true
    fi
    exit "$1"
}
