// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// Everything in the module that httpmodule.cpp loads.

#include "net/curl/curlengine.h"

extern "C" Q_DECL_EXPORT islet::HttpEngine *isletMakeHttpEngine()
{
    // Other TLS libraries may trust more than the given authorities, and have other codes for certificate errors.
    const char *const tls = curl_version_info(CURLVERSION_NOW)->ssl_version;
    if (!QByteArrayView(tls).startsWith("OpenSSL/"))
        return nullptr;
    return std::make_unique<islet::CurlEngine>().release();
}
