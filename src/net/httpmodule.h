// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "net/httpengine.h"

// Private to this folder.
namespace islet {

//! The process's engine for HTTP requests; destroyed with QCoreApplication. Call on the main thread.
//!
//! On Linux it is in a loadable module, which is loaded on the first call and stays loaded: that defers libcurl and the
//! twenty libraries it needs until there is a request. nullptr if the module is missing or damaged, or if libcurl has
//! no OpenSSL.
HttpEngine *httpEngine();

} // namespace islet
