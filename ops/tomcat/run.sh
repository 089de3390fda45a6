#!/usr/bin/env bash
# Starts target/portcullis.war on a Tomcat 10.1 that is fetched through Maven and unpacked under target/tomcat.
#
#   ops/tomcat/run.sh [PORT]        default 8181; stops with Ctrl-C
#
#   TOMCAT_VERSION                  10.1.59 when unset
#   PORTCULLIS_HOME                 data folder; target/tomcat/home when unset
#   PORTCULLIS_ADMIN_PASSWORD       password of the first administrator; generated and printed once when unset
#   CATALINA_OPTS                   further options for Java
set -euo pipefail
cd "$(dirname "$0")/../.."

port=${1:-8181}
version=${TOMCAT_VERSION:-10.1.59}
war=target/portcullis.war
base=$PWD/target/tomcat
catalina=$base/apache-tomcat-$version
home=${PORTCULLIS_HOME:-$base/home}

case $version in 10.1.*) ;; *) echo "run.sh: Tomcat $version is not of the 10.1 line" >&2; exit 2 ;; esac
case $port in ''|*[!0-9]*) echo "run.sh: the port must be a number, is $port" >&2; exit 2 ;; esac
if [ ! -f "$war" ]; then
    echo "run.sh: no $war; build it with: mvn -q -B package -DskipTests" >&2
    exit 2
fi

if [ ! -d "$catalina" ]; then
    mkdir -p "$base"
    mvn -q -B dependency:copy "-Dartifact=org.apache.tomcat:tomcat:$version:zip" "-DoutputDirectory=$base"
    (cd "$base" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "tomcat-$version.zip")
    chmod +x "$catalina"/bin/*.sh
fi

# Only our application, at the root, on the port asked for; no shutdown port that anybody could talk to.
rm -rf "$catalina/webapps" "$catalina/work"
mkdir -p "$catalina/webapps" "$home"
cp "$war" "$catalina/webapps/ROOT.war"
sed -e "s/port=\"8080\"/port=\"$port\"/; s/port=\"[0-9-]*\" shutdown=/port=\"-1\" shutdown=/" \
    "$catalina/conf/server.xml" > "$catalina/conf/server-portcullis.xml"

export CATALINA_HOME=$catalina CATALINA_BASE=$catalina
export CATALINA_OPTS="-Dportcullis.home=$home -Dspring.profiles.active=${SPRING_PROFILES_ACTIVE:-demo} ${CATALINA_OPTS:-}"
exec "$catalina/bin/catalina.sh" run -config conf/server-portcullis.xml
