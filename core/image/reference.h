// Image names as Docker normalises them.
//
// Reference: distribution/reference's grammar, https://pkg.go.dev/github.com/distribution/reference
#pragma once

#include "layer/digest.h"
#include "text/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace slipway::image {

/// `ubuntu:20.04` is docker.io/library/ubuntu:20.04.
struct Reference {
    std::string registry;    ///< "docker.io", "127.0.0.1:5000"
    std::string repository;  ///< "library/ubuntu"
    std::string tag;         ///< "latest" where neither tag nor digest was given; empty with a digest alone
    std::optional<layer::Digest> digest;

    /// Invalid with a sentence that says what is wrong with the name.
    static Result<Reference> parse(std::string_view name);
    /// The same of a name that is to be given to an image: one with a digest is invalid.
    static Result<Reference> parseNew(std::string_view name);
    /// Whole: "docker.io/library/ubuntu:20.04".
    [[nodiscard]] std::string toString() const;
    /// As people write it: "ubuntu:20.04".
    [[nodiscard]] std::string familiar() const;
    friend bool operator==(const Reference&, const Reference&) = default;
};

/// Whether this is "sha256:", "sha384:" or "sha512:" and as many lower-case hex digits as that algorithm gives.
[[nodiscard]] bool isDigest(std::string_view text);

}  // namespace slipway::image
