// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "net/httpmodule.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QThread>

using namespace Qt::StringLiterals;

#ifndef ISLET_HTTP_MODULE
extern "C" islet::HttpEngine *isletMakeHttpEngine(); // of src/net/curl, which is linked into the program
#endif

namespace islet {

namespace {

using Make = HttpEngine *();

Make *findMake()
{
#ifdef ISLET_HTTP_MODULE
    // Only from the folder that was installed with this program: loading a module runs its code.
    QLibrary module(QCoreApplication::applicationDirPath() + u'/' + QStringLiteral(ISLET_HTTP_MODULE));
    auto *const make = reinterpret_cast<Make *>(module.resolve("isletMakeHttpEngine"));
    if (make == nullptr)
        qCWarning(lcHttp).noquote() << module.errorString();
    return make;
#else
    return &isletMakeHttpEngine;
#endif
}

} // namespace

HttpEngine *httpEngine()
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    static std::unique_ptr<HttpEngine> engine;
    if (engine)
        return engine.get();
    if (Make *const make = findMake())
        engine.reset(make());
    if (engine)
        qAddPostRoutine([] { engine.reset(); }); // its timers and notifiers need the event dispatcher
    return engine.get();
}

} // namespace islet
