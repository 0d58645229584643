#include "language/instruction_help.h"

#include <algorithm>
#include <array>

namespace slipway::language {

namespace {

using dockerfile::Keyword;
using Forms = std::string_view;

constexpr std::string_view kChown =
    "Owner of what is copied: names that the stage's own /etc/passwd and /etc/group "
    "know, or numbers. Without it everything belongs to root.";
constexpr std::string_view kChmod = "Mode of what is copied, in octal. Without it files keep the mode they have.";
constexpr std::string_view kLink =
    "Makes a layer that looks at nothing below it, so that it stays cached when the layers below change. The "
    "destination's links are not followed.";
constexpr std::string_view kExclude = "Leaves out what the pattern matches. It can be given several times.";

constexpr std::array<Forms, 2> kAddForms{"ADD [FLAGS] SOURCE... DESTINATION",
                                         "ADD [FLAGS] [\"SOURCE\", \"DESTINATION\"]"};
constexpr std::array<FlagHelp, 7> kAddFlags{{
    {"checksum", "sha256:DIGEST", "What the content of a URL, or the commit of a git repository, must be.", "sha256:"},
    {"chmod", "MODE", kChmod, "644 755 600"},
    {"chown", "USER[:GROUP]", kChown},
    {"exclude", "PATTERN", kExclude},
    {"keep-git-dir", "", "Keeps the .git folder of a git repository.", "true false"},
    {"link", "", kLink, "true false"},
    {"unpack", "", "Whether an archive is unpacked. Without it local archives are, and downloaded ones aren't.",
     "true false"},
}};
constexpr std::array<Forms, 2> kArgForms{"ARG NAME...", "ARG NAME=DEFAULT..."};
constexpr std::array<Forms, 3> kCmdForms{"CMD [\"PROGRAM\", \"ARGUMENT\"...]", "CMD [\"ARGUMENT\"...]", "CMD COMMAND"};
constexpr std::array<Forms, 2> kCopyForms{"COPY [FLAGS] SOURCE... DESTINATION",
                                          "COPY [FLAGS] [\"SOURCE\", \"DESTINATION\"]"};
constexpr std::array<FlagHelp, 6> kCopyFlags{{
    {"chmod", "MODE", kChmod, "644 755 600"},
    {"chown", "USER[:GROUP]", kChown},
    {"exclude", "PATTERN", kExclude},
    {"from", "STAGE|IMAGE",
     "Copies out of a stage above, by name or number, or out of an image, instead of the build "
     "context."},
    {"link", "", kLink, "true false"},
    {"parents", "", "Keeps the folders of each source's path below the destination.", "true false"},
}};
constexpr std::array<Forms, 2> kEntrypointForms{"ENTRYPOINT [\"PROGRAM\", \"ARGUMENT\"...]", "ENTRYPOINT COMMAND"};
constexpr std::array<Forms, 2> kEnvForms{"ENV NAME=VALUE...", "ENV NAME VALUE"};
constexpr std::array<Forms, 1> kExposeForms{"EXPOSE PORT[/tcp|/udp]..."};
constexpr std::array<Forms, 1> kFromForms{"FROM [--platform=PLATFORM] IMAGE [AS NAME]"};
constexpr std::array<FlagHelp, 1> kFromFlags{{
    {"platform", "OS/ARCH", "Which of an image's platforms to use. Without it that of the target.",
     "$BUILDPLATFORM $TARGETPLATFORM linux/amd64 linux/arm64"},
}};
constexpr std::array<Forms, 2> kHealthcheckForms{"HEALTHCHECK [FLAGS] CMD COMMAND", "HEALTHCHECK NONE"};
constexpr std::array<FlagHelp, 5> kHealthcheckFlags{{
    {"interval", "DURATION", "Time between two checks; 30s without it.", "30s 1m 5m"},
    {"retries", "NUMBER", "How many checks in a row must fail until the container is unhealthy; 3 without it.",
     "1 3 5"},
    {"start-interval", "DURATION", "Time between two checks while the container starts; 5s without it.", "1s 5s"},
    {"start-period", "DURATION", "How long failed checks don't count after the start; 0s without it.", "5s 30s 1m"},
    {"timeout", "DURATION", "How long a check may take; 30s without it.", "5s 30s"},
}};
constexpr std::array<Forms, 1> kLabelForms{"LABEL NAME=VALUE..."};
constexpr std::array<Forms, 1> kMaintainerForms{"MAINTAINER NAME"};
constexpr std::array<Forms, 1> kOnbuildForms{"ONBUILD INSTRUCTION"};
constexpr std::array<Forms, 3> kRunForms{"RUN [FLAGS] COMMAND", "RUN [FLAGS] [\"PROGRAM\", \"ARGUMENT\"...]",
                                         "RUN [FLAGS] <<EOF"};
constexpr std::array<FlagHelp, 4> kRunFlags{{
    {"device", "NAME[,required]", "Gives the command a device of the builder's."},
    {"mount", "type=TYPE[,OPTION...]",
     "Puts something into the command's file system that is not in its layer: files (bind), a cache that outlives the "
     "build (cache), memory (tmpfs), a secret, the agent of ssh.",
     "type=bind, type=cache,target= type=secret,id= type=ssh type=tmpfs,target="},
    {"network", "MODE", "Which network the command has: the usual one, none, or the host's.", "default none host"},
    {"security", "MODE", "Whether the command runs with its usual bounds (sandbox) or without (insecure).",
     "sandbox insecure"},
}};
constexpr std::array<Forms, 1> kShellForms{"SHELL [\"PROGRAM\", \"ARGUMENT\"...]"};
constexpr std::array<Forms, 1> kStopsignalForms{"STOPSIGNAL SIGNAL"};
constexpr std::array<Forms, 1> kUserForms{"USER USER[:GROUP]"};
constexpr std::array<Forms, 2> kVolumeForms{"VOLUME PATH...", "VOLUME [\"PATH\"...]"};
constexpr std::array<Forms, 1> kWorkdirForms{"WORKDIR PATH"};

constexpr std::array<InstructionHelp, 18> kHelp{{
    {Keyword::Add,
     "Copies files into the image as COPY does, and does more with some of them: a local tar archive is unpacked, a "
     "URL "
     "is downloaded, a git repository is cloned. Where none of that is wanted, COPY says so more clearly.",
     kAddForms, kAddFlags, "ADD ${1:source} ${2:destination}"},
    {Keyword::Arg,
     "Declares a variable of the build, which --build-arg can set. It holds for the instructions below it in its stage "
     "and in stages that stand on it, and is not in the image's environment. Above the first FROM it holds for FROM "
     "lines alone; a stage that wants it declares it again, without a value. Never put a secret in it: the image's "
     "history shows it.",
     kArgForms,
     {},
     "ARG ${1:NAME}=${2:value}"},
    {Keyword::Cmd,
     "Says what a container runs when nothing else is asked for, or, with an ENTRYPOINT in its array form, which "
     "arguments that one gets. The last CMD of a stage counts. The array form runs the program itself, so that signals "
     "reach it; the other form runs it in a shell.",
     kCmdForms,
     {},
     "CMD [\"${1:program}\"]"},
    {Keyword::Copy,
     "Copies files and folders of the build context, or with --from of another stage or image, into the image. A "
     "folder "
     "stands for its content. A destination that ends in / is a folder; with several sources it must be one; a "
     "relative "
     "one stands below WORKDIR. The step runs again only when a file that it copies has changed.",
     kCopyForms, kCopyFlags, "COPY ${1:source} ${2:destination}"},
    {Keyword::Entrypoint,
     "Says which program a container runs. In its array form, what is given to `docker run`, or else CMD, becomes its "
     "arguments; in the other form it runs in a shell and takes none. The last one of a stage counts, and one that is "
     "set here drops a CMD of the base image.",
     kEntrypointForms,
     {},
     "ENTRYPOINT [\"${1:program}\"]"},
    {Keyword::Env,
     "Sets variables of the environment, for the instructions below and for containers of the image. The values of one "
     "ENV see the variables as they were above it. What only the build needs is better an ARG.",
     kEnvForms,
     {},
     "ENV ${1:NAME}=${2:value}"},
    {Keyword::Expose,
     "Notes on which ports the image's program listens; tcp where nothing else is said. It opens none: `docker run -p` "
     "does, and -P takes its numbers from here.",
     kExposeForms,
     {},
     "EXPOSE ${1:8080}"},
    {Keyword::From,
     "Begins a stage on an image, on a stage above, or on scratch, which is empty. With AS the stage has a name that "
     "FROM, COPY --from and --target can use. Only ARGs above the first FROM can be used in it.",
     kFromForms, kFromFlags, "FROM ${1:image} AS ${2:name}"},
    {Keyword::Healthcheck,
     "Says how Docker finds out whether a container works: by a command that ends with 0 where it does and with 1 "
     "where "
     "it doesn't. NONE turns a check off that the base image has. The last one of a stage counts.",
     kHealthcheckForms, kHealthcheckFlags, "HEALTHCHECK CMD ${1:command}"},
    {Keyword::Label,
     "Notes things about the image by name, such as org.opencontainers.image.source. It makes no layer. Values with "
     "blanks need quotes.",
     kLabelForms,
     {},
     "LABEL ${1:name}=\"${2:value}\""},
    {Keyword::Maintainer,
     "Notes the image's author. It is out of use; `LABEL org.opencontainers.image.authors=` says the same.",
     kMaintainerForms,
     {},
     "LABEL org.opencontainers.image.authors=\"${1:name}\""},
    {Keyword::Onbuild,
     "Keeps an instruction in the image for those who build on it: right after their FROM it runs as though it stood "
     "in "
     "their Dockerfile. FROM, MAINTAINER and ONBUILD itself can't be kept.",
     kOnbuildForms,
     {},
     "ONBUILD ${1:RUN command}"},
    {Keyword::Run,
     "Runs a command in the image as it is so far; the files it changes are a new layer. The plain form runs in the "
     "shell that SHELL names, /bin/sh -c without one; the array form runs the program itself; a here-document is a "
     "script. The step runs again when its text, the variables it can see or a layer below change.",
     kRunForms, kRunFlags, "RUN ${1:command}"},
    {Keyword::Shell,
     "Says in which shell the plain forms of RUN, CMD and ENTRYPOINT below run, as an array. Such a shell can stop at "
     "the first error of a pipe: SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"].",
     kShellForms,
     {},
     "SHELL [\"${1:/bin/bash}\", \"-o\", \"pipefail\", \"-c\"]"},
    {Keyword::Stopsignal,
     "Says by which signal a container is asked to end: a name such as SIGQUIT, or a number. Without it, SIGTERM.",
     kStopsignalForms,
     {},
     "STOPSIGNAL ${1:SIGTERM}"},
    {Keyword::User,
     "Says as which user the commands below and containers of the image run; with a group behind a colon, as which "
     "group. A name must be known to the image, a number need not. What COPY makes still belongs to root.",
     kUserForms,
     {},
     "USER ${1:user}"},
    {Keyword::Volume,
     "Marks folders whose content is kept apart from a container: each new container gets a volume for them, filled "
     "with what the image has there.",
     kVolumeForms,
     {},
     "VOLUME [\"${1:/data}\"]"},
    {Keyword::Workdir,
     "Says in which folder the commands below and containers of the image run, and what relative destinations of COPY "
     "and ADD stand below. It makes the folder where there is none. A relative path goes on from the WORKDIR above.",
     kWorkdirForms,
     {},
     "WORKDIR ${1:/app}"},
}};

constexpr std::array<MountOption, 14> kMountOptions{{
    {"type", "bind cache tmpfs secret ssh", "What is mounted; bind where nothing is said."},
    {"target", "bind cache tmpfs secret ssh", "Where it appears for the command."},
    {"source", "bind cache", "Which folder or file of its origin is mounted; the root where nothing is said."},
    {"from", "bind cache", "The stage or image whose files are mounted, instead of the build context's."},
    {"readonly", "bind cache", "The command may not write to it.", false},
    {"readwrite", "bind cache", "The command may write to it; of a bind mount, what it writes is dropped.", false},
    {"id", "cache secret ssh", "By which name the builder knows it."},
    {"sharing", "cache", "What builds at the same time do: shared (write at once), private (one each), locked (wait)."},
    {"mode", "cache secret ssh", "Its mode, in octal."},
    {"uid", "cache secret ssh", "The number of the user it belongs to."},
    {"gid", "cache secret ssh", "The number of the group it belongs to."},
    {"size", "tmpfs", "How much it may hold, in bytes or with a unit."},
    {"env", "secret", "The variable that holds the secret, instead of a file."},
    {"required", "secret ssh", "The step fails where it isn't given.", false},
}};

constexpr std::array<DirectiveHelp, 3> kDirectives{{
    {"syntax", "Which front end reads the file. docker/dockerfile is the Dockerfile language itself.",
     "syntax=docker/dockerfile:1"},
    {"escape", "The character that escapes others and, at a line's end, goes on in the next line: \\ or `.",
     "escape=`"},
    {"check",
     "Which build checks are left out (skip), whether findings fail the build (error), and which experimental "
     "ones are on.",
     "check=skip=${1:all}"},
}};

}  // namespace

std::span<const InstructionHelp> instructionHelp() { return kHelp; }

const InstructionHelp* helpOf(Keyword keyword) {
    const auto found = std::ranges::find(kHelp, keyword, &InstructionHelp::keyword);
    return found == kHelp.end() ? nullptr : &*found;
}

const FlagHelp* helpOf(Keyword keyword, std::string_view flag) {
    const InstructionHelp* const help = helpOf(keyword);
    if (!help)
        return nullptr;
    const auto found = std::ranges::find(help->flags, flag, &FlagHelp::name);
    return found == help->flags.end() ? nullptr : &*found;
}

std::span<const MountOption> mountOptions() { return kMountOptions; }
std::span<const DirectiveHelp> directiveHelp() { return kDirectives; }

}  // namespace slipway::language
