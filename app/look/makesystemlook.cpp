// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "look/palettelook.h"

namespace islet {

std::unique_ptr<SystemLook> makeSystemLook()
{
    return std::make_unique<PaletteLook>();
}

} // namespace islet
