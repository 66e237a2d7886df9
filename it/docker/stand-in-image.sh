#!/bin/sh
# Builds an image that is started like the official one of DynamoDB Local, out of artifacts of the Maven repository and
# this machine's JDK, for where the official one can't be pulled. It proves our way to a container, not that the official
# image is there. Needs a JDK with jmods, Maven, and busybox-static.
#
#   it/docker/stand-in-image.sh amazon/dynamodb-local:3.3.1
set -eu

image=$1
here=$(cd "$(dirname "$0")" && pwd)
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

home=$root/home/dynamodblocal
mkdir -p "$home" "$root/opt" "$root/bin" "$root/tmp"
mvn -B -q -f "$here/stand-in.xml" dependency:copy-dependencies -DoutputDirectory="$home/lib" -DincludeTypes=jar >&2

# A jar of the official name whose manifest leads to the others.
{
  echo "Main-Class: software.amazon.dynamodb.services.local.main.ServerRunner"
  echo "Class-Path: ."
  for jar in "$home"/lib/*.jar; do
    echo "  lib/${jar##*/}"
  done
} >"$root/manifest"
"$java_home/bin/jar" cfm "$home/DynamoDBLocal.jar" "$root/manifest"
rm "$root/manifest"

"$java_home/bin/jlink" --add-modules ALL-MODULE-PATH --strip-debug --no-man-pages --no-header-files \
  --output "$root/opt/java"
cp "$(command -v busybox)" "$root/bin/busybox"
ln -s busybox "$root/bin/sh"

# The libraries of the system that the runtime and SQLite are linked to; the link loader's first.
find "$root/opt/java" -name '*.so' -o -path '*/bin/java' | xargs ldd 2>/dev/null |
  grep -o '/[^ ]*/[^ ]*\.so[^ ]*' | grep -v "$root" | sort -u | while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done

tar -C "$root" -c . | docker import \
  --change 'ENV PATH=/opt/java/bin:/bin' --change 'WORKDIR /home/dynamodblocal' --change 'EXPOSE 8000' \
  --change 'ENTRYPOINT ["java"]' --change 'CMD ["-jar", "DynamoDBLocal.jar", "-inMemory"]' \
  - "$image" >&2
