// COPY and ADD as values. Internal to core/dockerfile.
#pragma once

#include "dockerfile/instruction.h"
#include "dockerfile/instruction_flags.h"

namespace slipway::dockerfile {

[[nodiscard]] Checked<Copy> readCopy(const Instruction& instruction);

}  // namespace slipway::dockerfile
