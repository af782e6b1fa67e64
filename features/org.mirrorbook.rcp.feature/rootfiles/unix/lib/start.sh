# What the start script of the product and the scripts of the source checkout share; sourced, not run.

# Prints the version a Java home is of (21, say), or nothing where that cannot be told. Most tell it in a file, which is faster.
java_version() {
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" | head -n 1)
    else
        version=
    fi
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    echo "$version"
}

# Prints every folder that could be a Java home, the likeliest first: $JAVA_HOME, the java on the path, the usual places.
java_candidates() {
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    found=$(command -v java 2>/dev/null) || found=
    while [ -n "$found" ] && [ -L "$found" ]; do
        link=$(readlink "$found") || break
        case $link in
            /*) found=$link ;;
            *) found=$(dirname "$found")/$link ;;
        esac
    done
    [ -z "$found" ] || (cd "$(dirname "$found")/.." 2>/dev/null && pwd)
    for folder in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
        [ ! -x "$folder/bin/java" ] || echo "$folder"
    done
}

# find_java PROGRAM: prints the first Java home of version 21 or newer that has bin/PROGRAM (java, or javac for a whole JDK).
find_java() {
    java_candidates | while IFS= read -r folder; do
        [ -x "$folder/bin/java" ] && [ -x "$folder/bin/$1" ] || continue
        version=$(java_version "$folder")
        if [ "${version:-0}" -ge 21 ]; then
            echo "$folder"
            break
        fi
    done
}

# missing_java WHAT: says what is missing and how to get it.
missing_java() {
    cat >&2 <<END
Mirrorbook needs $1 of version 21 or newer, and found none in JAVA_HOME, on the path or in the usual folders.
  Debian, Ubuntu:  apt install openjdk-21-jdk   (where the release has it)
  Fedora:          dnf install java-21-openjdk-devel
  macOS:           brew install openjdk@21
  any system:      Eclipse Temurin, from adoptium.net; unpack it and set JAVA_HOME to its folder
END
}

# wants_window ARGUMENT...: whether these arguments open the workbench: nothing is asked but, at most, where the data are. All else is
# for the command line, which also says what is wrong with it.
wants_window() {
    while [ $# -gt 0 ]; do
        case $1 in
            --home | --password-file | --database)
                [ $# -gt 1 ] || return 1
                shift
                ;;
            --home=* | --password-file=* | --database=*) ;;
            *) return 1 ;;
        esac
        shift
    done
    return 0
}

# is_light ARGUMENT...: whether these arguments, which open no window, are of a command that answers and ends, or of the practice exchange,
# which plays for few. Then Java's second compiler never pays, and it costs as much as all else; what may have much to do, or is not known
# here, is left the whole of Java.
is_light() {
    while [ $# -gt 0 ]; do
        case $1 in
            --home | --password-file | --database)
                [ $# -gt 1 ] || return 0
                shift
                ;;
            -*) ;;
            accounts | status | trades | plan | break-even | database | practice) return 0 ;;
            *) return 1 ;;
        esac
        shift
    done
    return 0
}

# use_utf8: where no locale is set (a service, a bare container), Java would read and write file names and text as ASCII.
use_utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX)
            unset LC_ALL
            LC_CTYPE=C.UTF-8
            export LC_CTYPE
            ;;
    esac
}
