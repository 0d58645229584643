#include "commands.h"

#include "text/read_file.h"

#include <arpa/inet.h>

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

// As docker build takes it: an address in numbers, in brackets where someone likes, or the host's own.
Result<std::string> hostAddress(const std::string& option, std::string address) {
    if (address.starts_with('[') && address.ends_with(']')) {
        address = address.substr(1, address.size() - 2);
    }
    in6_addr ignored{};
    if (address != "host-gateway" && inet_pton(AF_INET, address.c_str(), &ignored) != 1 &&
        inet_pton(AF_INET6, address.c_str(), &ignored) != 1) {
        return fail(ErrorCode::Invalid, "--add-host " + option +
                                            " has no address; write NAME:ADDRESS, with an IP address or host-gateway.");
    }
    return address;
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
        const std::size_t split = host.find_first_of(":=");
        if (split == 0) {
            return fail(ErrorCode::Invalid, "--add-host " + host + " names no host; write NAME:ADDRESS.");
        }
        auto address = hostAddress(host, split == std::string::npos ? std::string() : host.substr(split + 1));
        if (!address) {
            return fail(address.error());
        }
        options.addHosts.emplace_back(host.substr(0, split), std::move(*address));
    }
    return options;
}

}  // namespace slipway::cli
