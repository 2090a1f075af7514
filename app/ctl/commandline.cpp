// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/commandline.h"

#include "base/quoted.h"
#include "protocol/profile.h"

#include <QCommandLineParser>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

constexpr auto helpText = R"(isletctl: join Decentraland comms rooms from a terminal

  isletctl join WHERE [--json] [--for SECONDS] [--as NAME | --key FILE] [--name TEXT] [--at X,Z]
                      [--talk FILE] [--listen FOLDER] [--curve CURVE] [--stay] [--plain]
      Joins a room and prints events, one per line. WHERE is a connection string, such as
      ws-room:ws://127.0.0.1:5004/rooms/lobby, simulator:?peers=25&seed=7 or offline:, or
      a realm: https://peer.example.org, localhost:8000, name.dcl.eth

      --json           print events as JSON Lines (default: text)
      --for SECONDS    leave after this time (default: at the end of standard input)
      --as NAME        use this saved identity (default: a temporary guest)
      --key FILE       use the private key in this file, 64 hexadecimal digits
      --name TEXT      display name, up to 32 characters (default: none)
      --at X,Z         initial position in metres (default: 8,8)
      --talk FILE      send this WAV file as voice (mono or stereo, up to 10 minutes)
      --listen FOLDER  record voice: mix.wav, and one WAV file per person
      --curve CURVE    distance falloff of voices: inverse (default), nearby or none
      --stay           rejoin when the room is lost, as the window does
      --plain          allow unencrypted connections (ws://, http://) to other machines

      Commands on standard input, one per line:
        say TEXT | move X Y Z [YAW] | scene ID TEXT | emote URN | ping | peers |
        profile ADDRESS | name TEXT | talk FILE | ptt down|up | voiceStats | leave

  isletctl serve [--host ADDRESS] [--port NUMBER] [--max-peers NUMBER]
      Hosts rooms. Prints the connection string of one as its first line.

      --host ADDRESS      IP address to listen on (default: 127.0.0.1; 0.0.0.0 for all)
      --port NUMBER       port to listen on (default: 5004; 0 picks a free port)
      --max-peers NUMBER  maximum number of peers per room, 1 to 1000 (default: 100)

  isletctl ptt down|up|toggle
      Presses, releases or toggles push-to-talk in the running window, and prints whether it
      is now talking or silent. Meant for custom desktop shortcuts.

  isletctl identity list | new NAME | import NAME FILE | export NAME FILE | remove NAME | use NAME
      Manages your saved identities. They are stored in the desktop's keychain, or if there is
      none, in files that only you can read. FILE holds a private key, or the JSON that the web
      client stores for a signed-in user; import reads standard input if FILE is -.
      use selects the identity that the window uses.

  isletctl help | --version

Exit status: 0 success, 2 usage, 3 kicked, rejected or refused, 4 network or no window, 5 protocol.
)"_L1;

tl::unexpected<Error> usage(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence + u" See isletctl help."_s);
}

Expected<Vec3> parsePosition(const QString &text)
{
    const QStringList parts = text.split(u',');
    bool xOk = false;
    bool zOk = false;
    const Vec3 position{parts.value(0).toFloat(&xOk), 0, parts.value(1).toFloat(&zOk)};
    if (parts.size() != 2 || !xOk || !zOk || !isPlausible(position))
        return usage(u"--at takes two numbers such as 8,-24.5 (metres, at most 100000), not %1."_s.arg(quoted(text)));
    return position;
}

Expected<int> parseNumber(const QString &option, const QString &text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < least || number > most) {
        return usage(
            u"--%1 takes a whole number from %2 to %3, not %4."_s.arg(option).arg(least).arg(most).arg(quoted(text)));
    }
    return number;
}

Expected<DistanceCurve> parseCurve(const QString &text)
{
    if (text == "inverse"_L1)
        return DistanceCurve::Inverse;
    if (text == "nearby"_L1)
        return DistanceCurve::Nearby;
    if (text == "none"_L1)
        return DistanceCurve::None;
    return usage(u"--curve takes inverse, nearby or none, not %1."_s.arg(quoted(text)));
}

Expected<QString> parseName(const QString &text)
{
    const auto name = outgoingName(text);
    if (!name)
        return usage(u"--name takes 1 to %1 characters, not %2."_s.arg(Profile::maxNameLength).arg(quoted(text)));
    return *name;
}

Expected<std::chrono::milliseconds> parseDuration(const QString &text)
{
    constexpr double longest = 7 * 86'400; // seconds
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (!ok || !(seconds >= 0 && seconds <= longest))
        return usage(u"--for takes seconds, 0 to 604800, not %1."_s.arg(quoted(text)));
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1'000));
}

//! Parses options and positional arguments. The error is one sentence for the user.
Expected<void> readInto(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    if (!parser.parse(QStringList{QString()} + arguments))
        return usage(parser.errorText());
    return {};
}

//! Checks the options of `join` that take a path or a name: the value must not be empty.
Expected<void> checkPaths(const QCommandLineParser &parser)
{
    if (parser.isSet(u"key"_s) && parser.value(u"key"_s).isEmpty())
        return usage(u"--key takes the path of a file with a private key."_s);
    if (parser.isSet(u"as"_s) && (parser.value(u"as"_s).isEmpty() || parser.isSet(u"key"_s)))
        return usage(u"--as takes the name of an identity, and can't be combined with --key."_s);
    if (parser.isSet(u"talk"_s) && parser.value(u"talk"_s).isEmpty())
        return usage(u"--talk takes the path of a WAV file."_s);
    if (parser.isSet(u"listen"_s) && parser.value(u"listen"_s).isEmpty())
        return usage(u"--listen takes the path of a folder."_s);
    return {};
}

Expected<JoinOptions> parseJoin(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return usage(u"join takes one connection string or realm."_s);
    const auto where = ConnectionString::fromTyped(parser.positionalArguments().constFirst());
    if (!where)
        return tl::unexpected(where.error());
    if (const auto checked = checkPaths(parser); !checked)
        return tl::unexpected(checked.error());
    JoinOptions options{*where, parser.isSet(u"json"_s), {}, parser.value(u"key"_s)};
    options.stays = parser.isSet(u"stay"_s);
    options.allowsPlain = parser.isSet(u"plain"_s);
    options.talkFile = parser.value(u"talk"_s);
    options.listenFolder = parser.value(u"listen"_s);
    options.identityName = parser.value(u"as"_s);
    if (parser.isSet(u"for"_s)) {
        const auto duration = parseDuration(parser.value(u"for"_s));
        if (!duration)
            return tl::unexpected(duration.error());
        options.duration = *duration;
    }
    if (parser.isSet(u"at"_s)) {
        const auto position = parsePosition(parser.value(u"at"_s));
        if (!position)
            return tl::unexpected(position.error());
        options.at = *position;
    }
    if (parser.isSet(u"name"_s)) {
        const auto name = parseName(parser.value(u"name"_s));
        if (!name)
            return tl::unexpected(name.error());
        options.name = *name;
    }
    const auto curve = parseCurve(parser.value(u"curve"_s));
    if (!curve)
        return tl::unexpected(curve.error());
    options.curve = *curve;
    return options;
}

Expected<Request> parseJoin(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}},
                       {u"for"_s, {}, u"s"_s},
                       {u"key"_s, {}, u"f"_s},
                       {u"name"_s, {}, u"t"_s},
                       {u"as"_s, {}, u"n"_s},
                       {u"at"_s, {}, u"p"_s},
                       {u"talk"_s, {}, u"f"_s},
                       {u"listen"_s, {}, u"f"_s},
                       {u"curve"_s, {}, u"c"_s, u"inverse"_s},
                       {u"stay"_s, {}},
                       {u"plain"_s, {}}});
    return readInto(parser, arguments).and_then([&parser]() -> Expected<Request> { return parseJoin(parser); });
}

Expected<Request> parsePtt(const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (arguments.size() != 1 || (what != "down"_L1 && what != "up"_L1 && what != "toggle"_L1))
        return usage(u"ptt takes down, up or toggle."_s);
    return PttOptions{what};
}

Expected<Request> parseIdentity(const QStringList &arguments)
{
    struct Verb {
        QLatin1StringView word;
        IdentityOptions::Action action;
        qsizetype operands;
        QLatin1StringView usage;
    };
    using Action = IdentityOptions::Action;
    constexpr Verb verbs[] = {
        {"list"_L1, Action::List, 0, "list takes no arguments."_L1},
        {"new"_L1, Action::New, 1, "new takes a name."_L1},
        {"import"_L1, Action::Import, 2, "import takes a name and a file (- for standard input)."_L1},
        {"export"_L1, Action::Export, 2, "export takes a name and a file that doesn't exist yet."_L1},
        {"remove"_L1, Action::Remove, 1, "remove takes a name."_L1},
        {"use"_L1, Action::Use, 1, "use takes a name."_L1},
    };
    const auto *verb = std::ranges::find(verbs, arguments.value(0), &Verb::word);
    if (verb == std::end(verbs))
        return usage(u"identity takes list, new, import, export, remove or use."_s);
    if (arguments.size() != 1 + verb->operands)
        return usage(u"identity %1"_s.arg(verb->usage));
    return IdentityOptions{verb->action, arguments.value(1), arguments.value(2)};
}

Expected<Request> parseServe(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"host"_s, {}, u"h"_s, u"127.0.0.1"_s},
                       {u"port"_s, {}, u"p"_s, u"5004"_s},
                       {u"max-peers"_s, {}, u"n"_s, u"100"_s}});
    if (const auto read = readInto(parser, arguments); !read)
        return tl::unexpected(read.error());
    if (!parser.positionalArguments().isEmpty())
        return usage(u"Unexpected argument for serve: %1."_s.arg(quoted(parser.positionalArguments().constFirst())));
    RoomOptions options;
    if (!options.host.setAddress(parser.value(u"host"_s))) {
        return usage(u"--host takes an IP address of this machine, such as 127.0.0.1, not %1."_s.arg(
            quoted(parser.value(u"host"_s))));
    }
    const auto port = parseNumber(u"port"_s, parser.value(u"port"_s), 0, 65'535);
    if (!port)
        return tl::unexpected(port.error());
    const auto maxPeers = parseNumber(u"max-peers"_s, parser.value(u"max-peers"_s), 1, 1'000);
    if (!maxPeers)
        return tl::unexpected(maxPeers.error());
    options.port = static_cast<quint16>(*port);
    options.maxPeers = *maxPeers;
    options.maxConnections = std::max(options.maxConnections, 2 * *maxPeers);
    return options;
}

} // namespace

int exitStatusOf(CloseReason::Kind kind)
{
    switch (kind) {
    case CloseReason::Kind::Requested: return exitDone;
    case CloseReason::Kind::Kicked:
    case CloseReason::Kind::Rejected: return exitRefused;
    case CloseReason::Kind::Protocol: return exitProtocol;
    case CloseReason::Kind::Network: return exitNetwork;
    }
    Q_UNREACHABLE();
}

Expected<Request> parseCommandLine(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    if (verb == "join"_L1)
        return parseJoin(arguments.sliced(1));
    if (verb == "serve"_L1)
        return parseServe(arguments.sliced(1));
    if (verb == "ptt"_L1)
        return parsePtt(arguments.sliced(1));
    if (verb == "identity"_L1)
        return parseIdentity(arguments.sliced(1));
    if (verb == "help"_L1 || verb == "--help"_L1 || verb == "-h"_L1)
        return HelpOptions{helpText};
    if (verb == "--version"_L1)
        return HelpOptions{u"isletctl %1\n"_s.arg(QStringLiteral(ISLET_VERSION))};
    if (verb.isEmpty())
        return usage(u"No command given. Use join, serve, ptt or identity."_s);
    return usage(u"Unknown command %1. Use join, serve, ptt or identity."_s.arg(quoted(verb)));
}

} // namespace islet::ctl
