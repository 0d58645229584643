#include "commands.h"

#include "plan/add_host.h"
#include "plan/build_arg.h"
#include "text/read_file.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace slipway::cli {

namespace {

namespace fs = std::filesystem;

Result<std::string> absolute(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::canonical(path, error);
    if (error) {
        return fail(Error::fromErrno(error.value(), "open", path));
    }
    return whole.string();
}

// The Dockerfile of a folder that names none.
Result<std::string> defaultDockerfile(const std::string& folder) {
    for (const char* const name : {"Dockerfile", "Containerfile"}) {
        std::error_code error;
        if (fs::is_regular_file(fs::path(folder) / name, error)) {
            return (fs::path(folder) / name).string();
        }
    }
    return fail(ErrorCode::NotFound,
                "There is no Dockerfile or Containerfile in " + folder + ". Make one, or name the file itself.");
}

/// "-", a pipe or a device, such as /dev/stdin and what <(…) of a shell names: read once, and in no folder of its own.
bool isStream(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    return path == "-" || fs::is_fifo(status) || fs::is_character_file(status) || fs::is_socket(status);
}

bool isRemote(std::string_view context) {
    return context.contains("://") || context.starts_with("git@") || context.starts_with("github.com/");
}

bool isArchive(std::string_view bytes) {
    constexpr std::size_t kTarMagic = 257;
    constexpr std::array<std::string_view, 4> kCompressed{"\x1f\x8b", "BZh",
                                                          "\xfd"
                                                          "7zXZ",
                                                          "\x28\xb5\x2f\xfd"};
    return std::ranges::any_of(kCompressed, [&](std::string_view magic) { return bytes.starts_with(magic); }) ||
           (bytes.size() > kTarMagic && bytes.substr(kTarMagic).starts_with("ustar"));
}

Result<std::string> readStream(const std::string& path) {
    if (path != "-") {
        return text::readFile(path);
    }
    auto text = text::readAll(std::cin);
    if (!text) {
        return fail(Error::fromErrno("read", "standard input"));
    }
    if (isArchive(*text)) {
        return fail(ErrorCode::Unsupported,
                    "Standard input is an archive and no Dockerfile: unpack it, and name the folder.");
    }
    return std::move(*text);
}

/// A Dockerfile that is read from a stream, as if it were in a folder.
Result<Location> streamed(const std::string& path, std::string folder) {
    auto text = readStream(path);
    if (!text) {
        return fail(text.error());
    }
    std::string dockerfile = folder + "/Dockerfile";
    return Location{std::move(folder), std::move(dockerfile), std::string(Location::kStandardInput), std::move(*text)};
}

}  // namespace

std::string pathFromHere(const std::string& path) {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path relative = fs::path(path).lexically_relative(here);
    return error || relative.empty() || *relative.begin() == ".." ? path : relative.string();
}

Result<Location> locate(const std::string& contextOrFile, const std::string& file) {
    Location location;
    std::error_code error;
    if (file.empty() && isStream(contextOrFile)) {
        return streamed(contextOrFile, fs::current_path(error).string());
    }
    if (isRemote(contextOrFile)) {
        return fail(ErrorCode::Unsupported, "A build context is a folder on this machine: fetch " + contextOrFile +
                                                " first, and name its folder.");
    }
    auto where = absolute(contextOrFile);
    if (!where) {
        return fail(where.error());
    }
    std::string dockerfile = file;
    if (fs::is_directory(*where, error)) {
        location.folder = *where;
    } else {
        // A link stands in its own folder, wherever it leads to.
        location.folder = fs::canonical(fs::absolute(contextOrFile, error).parent_path(), error).string();
        if (dockerfile.empty()) {
            dockerfile = *where;
        }
    }
    if (isStream(dockerfile)) {
        return streamed(dockerfile, location.folder);
    }
    if (dockerfile.empty()) {
        auto found = defaultDockerfile(location.folder);
        if (!found) {
            return fail(found.error());
        }
        dockerfile = std::move(*found);
    }
    auto path = absolute(dockerfile);
    if (!path) {
        return fail(path.error());
    }
    location.dockerfile = *path;
    location.shown = fs::path(*path).parent_path() == location.folder ? fs::path(*path).filename().string() : *path;
    auto text = text::readFile(*path);
    if (!text) {
        return fail(text.error());
    }
    location.text = std::move(*text);
    return location;
}

Result<plan::Options> planOptions(const PlanArguments& arguments, const std::string& shownPath) {
    plan::Options options;
    options.target = arguments.target;
    options.network = arguments.network;
    options.path = shownPath;
    for (const std::string& argument : arguments.buildArgs) {
        auto read = plan::readBuildArg(argument);
        if (!read) {
            return fail(read.error().code, "--build-arg " + read.error().message);
        }
        if (read->value) {
            options.buildArgs[read->name] = std::move(*read->value);
        } else if (const char* const value = std::getenv(argument.c_str())) {
            options.buildArgs[argument] = value;
        }
    }
    if (!arguments.platform.empty()) {
        auto platform = image::Platform::parse(arguments.platform);
        if (!platform) {
            return fail(platform.error());
        }
        options.platform = *platform;
    }
    for (const std::string& host : arguments.addHosts) {
        auto read = plan::readAddHost(host);
        if (!read) {
            return fail(read.error().code, "--add-host " + read.error().message);
        }
        options.addHosts.push_back(std::move(*read));
    }
    return options;
}

}  // namespace slipway::cli
