FROM debian
RUN <<EOF
set -e
echo "one"  # <<NOT
EOF
COPY <<-'config.ini' <<motd.txt /etc/
	[a]
	path = $HOME
	config.ini
Hello $USER
motd.txt
RUN python3 <<PY && cat <<"TXT" > /x
print("$x")
PY
as it is: $x
TXT
ONBUILD RUN <<E
later
E
ADD << spaced /x
content
spaced
RUN <<OPEN
never closed
USER nobody
