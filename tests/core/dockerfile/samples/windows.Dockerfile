# escape=`
FROM mcr.example/nano
COPY a.txt `
  c:\target\
RUN dir `
  # note

  c:\ ``
ENV A=`
b
