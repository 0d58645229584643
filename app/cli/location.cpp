#include "commands.h"

#include "plan/add_host.h"
#include "text/read_file.h"

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
                "There is no Dockerfile or Containerfile in " + folder + ". Make one, or name it with -f FILE.");
}

Result<std::string> standardInput() {
    auto text = text::readAll(std::cin);
    return text ? Result<std::string>(std::move(*text)) : fail(Error::fromErrno("read", "standard input"));
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
    if (contextOrFile == "-" && file.empty()) {
        auto typed = standardInput();
        if (!typed) {
            return fail(typed.error());
        }
        location.text = std::move(*typed);
        location.folder = fs::current_path(error).string();
        location.dockerfile = location.folder + "/Dockerfile";
        location.shown = Location::kStandardInput;
        return location;
    }
    auto where = absolute(contextOrFile);
    if (!where) {
        return fail(where.error());
    }
    std::string dockerfile = file;
    if (fs::is_directory(*where, error)) {
        location.folder = *where;
    } else {
        location.folder = fs::path(*where).parent_path().string();
        if (dockerfile.empty()) {
            dockerfile = *where;
        }
    }
    if (dockerfile == "-") {
        auto typed = standardInput();
        if (!typed) {
            return fail(typed.error());
        }
        location.text = std::move(*typed);
        location.dockerfile = location.folder + "/Dockerfile";
        location.shown = Location::kStandardInput;
        return location;
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
        const std::size_t equals = argument.find('=');
        if (equals == 0 || argument.empty()) {
            return fail(ErrorCode::Invalid, "--build-arg " + argument + " names no variable; write NAME=VALUE.");
        }
        if (equals != std::string::npos) {
            options.buildArgs[argument.substr(0, equals)] = argument.substr(equals + 1);
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
