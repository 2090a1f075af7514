// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/commandline.h"
#include "app/ctl/identitycommand.h"
#include "app/ctl/joincommand.h"
#include "app/ctl/quitsignals.h"
#include "app/ctl/servecommand.h"
#include "app/remote/remoteclient.h"
#include "base/quoted.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <span>
#include <string_view>

using namespace islet;

namespace {

int printError(const QString &sentence)
{
    std::fputs(qPrintable(sentence + QStringLiteral("\n")), stderr);
    return ctl::exitUsage;
}

int run(const ctl::JoinOptions &options, const Identity &identity)
{
    ctl::JoinCommand command(options, identity);
    if (const auto started = command.start(); !started)
        return printError(started.error().detail);
    const ctl::QuitSignals signals_([&command] { command.leave(); });
    return QCoreApplication::exec();
}

int joinAs(const ctl::JoinOptions &options)
{
    ctl::Identities identities;
    ActiveIdentity active(identities.vault, Identity::guest());
    QObject::connect(&active, &ActiveIdentity::expiresSoon, &active, [&options](const QDateTime &when) {
        printError(QStringLiteral("The identity %1 expires at %2 and can't be renewed.")
                       .arg(quoted(options.identityName), when.toString(Qt::ISODate)));
    });
    QObject::connect(&active, &ActiveIdentity::expired, &active, [&options] {
        printError(QStringLiteral("The identity %1 has expired. Servers no longer accept it.")
                       .arg(quoted(options.identityName)));
    });
    if (const auto taken = ctl::useIdentity(active, options.identityName); !taken) {
        printError(taken.error().detail);
        return ctl::exitStatusOf(taken.error().code);
    }
    return run(options, active.identity());
}

int join(const ctl::JoinOptions &options)
{
    if (!options.identityName.isEmpty())
        return joinAs(options);
    auto identity = options.keyFile.isEmpty()
        ? Expected<Identity>(Identity::create(PrivateKey::generate()))
        : PrivateKey::fromFile(options.keyFile).map([](const PrivateKey &key) { return Identity::create(key); });
    return identity ? run(options, *identity) : printError(identity.error().detail);
}

int identity(const ctl::IdentityOptions &options)
{
    ctl::Identities identities;
    const auto answer = ctl::IdentityCommand(options, identities.vault).run();
    std::FILE *stream = answer.status == ctl::exitDone ? stdout : stderr;
    std::fputs((answer.text + u'\n').toUtf8().constData(), stream);
    return answer.status;
}

int serve(const RoomOptions &options)
{
    ctl::ServeCommand command(options);
    if (const auto started = command.start(); !started) {
        printError(started.error().detail);
        return ctl::exitNetwork;
    }
    const ctl::QuitSignals signals_([] { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}

int ptt(const ctl::PttOptions &options)
{
    // Qt also warns if XDG_RUNTIME_DIR is missing or wrong; our error says it in one sentence.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const auto answer = sendToRunningInstance(remoteAddress(), QStringLiteral("ptt ") + options.what);
    std::FILE *stream = answer ? stdout : stderr;
    std::fputs(((answer ? *answer : answer.error().detail) + u'\n').toUtf8().constData(), stream);
    if (answer)
        return ctl::exitDone;
    switch (answer.error().code) {
    case ErrorCode::NotConnected: return ctl::exitNetwork;
    case ErrorCode::InvalidPacket: return ctl::exitProtocol;
    default: return ctl::exitRefused; // refused by the window
    }
}

//! glib's event loop adds two system calls to each socket write: it wakes itself up whenever a write notifier is
//! switched on or off. Only `serve` writes that much, and the other commands need glib for the keyring.
void chooseEventLoop(std::span<char *const> arguments)
{
    if (arguments.size() > 1 && std::string_view(arguments[1]) == "serve" && !qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
}

} // namespace

int main(int argc, char *argv[])
{
    chooseEventLoop({argv, static_cast<std::size_t>(argc)});
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("isletctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ISLET_VERSION));

    const auto request = ctl::parseCommandLine(QCoreApplication::arguments().sliced(1));
    if (!request)
        return printError(request.error().detail);
    if (const auto *help = std::get_if<ctl::HelpOptions>(&*request)) {
        std::fputs(qPrintable(help->text), stdout);
        return ctl::exitDone;
    }
    if (const auto *options = std::get_if<ctl::JoinOptions>(&*request))
        return join(*options);
    if (const auto *options = std::get_if<ctl::PttOptions>(&*request))
        return ptt(*options);
    if (const auto *options = std::get_if<ctl::IdentityOptions>(&*request))
        return identity(*options);
    return serve(std::get<RoomOptions>(*request));
}
