/// Amazon Bedrock: the only user of the AWS SDK apart from the sample endpoint. Turns what the SDK does into
/// [dev.quarry.run] terms.
@NullMarked
package dev.quarry.bedrock;

import org.jspecify.annotations.NullMarked;
